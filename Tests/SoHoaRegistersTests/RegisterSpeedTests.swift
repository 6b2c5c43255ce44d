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
    var times: [Duration] = []
    for number in 20_001...20_005 {
      let start = ContinuousClock.now
      #expect(try register.enter([Shelf.entry(number, doubts: ["đọc chưa chắc"])]).entered == 1)
      times.append(ContinuousClock.now - start)
    }
    let size = try FileManager.default.attributesOfItem(atPath: register.url.path)[.size] ?? 0
    print("\(name): a row added to 10 000 rows in \(times.min()!), file of \(size) bytes")
    #expect(times.min()! < .seconds(1))
  }
}
