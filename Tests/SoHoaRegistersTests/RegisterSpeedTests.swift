import Foundation
import Testing

@testable import SoHoaRegisters

@Suite(.serialized) struct RegisterSpeedTests {
  @Test("a row is added to 10 000 in well under a second", arguments: ["register.xlsx", "register.csv"])
  func append(_ name: String) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register(name)
    #expect(try register.enter(Shelf.entries(1...10_000)).entered == 10_000)
    var times: [(wall: Duration, work: Double)] = []
    for number in 20_001...20_005 {
      let start = ContinuousClock.now
      let used = Self.used
      #expect(try register.enter([Shelf.entry(number, doubts: ["đọc chưa chắc"])]).entered == 1)
      times.append((ContinuousClock.now - start, Self.used - used))
    }
    let size = try FileManager.default.attributesOfItem(atPath: register.url.path)[.size] ?? 0
    let wall = times.map(\.wall).min()! / .milliseconds(1)
    let work = times.map(\.work).min()!
    print("\(name): a row added to 10 000 in \(Int(wall)) ms, \(Int(work)) ms of work; \(size) bytes")
    #expect(work < 300)
  }

  /// Time that this thread has computed, in milliseconds.
  private static var used: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
