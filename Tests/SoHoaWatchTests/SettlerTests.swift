import Foundation
import Testing

@testable import SoHoaWatch

/// Files settle by a clock that the test sets.
@Suite final class SettlerTests {
  private let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("settler-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("a.pdf").path
    try Data("x".utf8).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var stamp: FileStamp { FileStamp(path: path)! }

  private func settler(_ answer: WriterProbe.Answer = .unknown) -> Settler {
    Settler(settle: .seconds(2)) { _ in answer }
  }

  @Test func givesAFileOnceAfterItsTime() {
    var settler = settler()
    settler.seen(path, stamp, at: .seconds(10))
    #expect(settler.settled(at: .seconds(11)).isEmpty)
    #expect(settler.settled(at: .seconds(12)).map(\.path) == [path])
    settler.seen(path, stamp, at: .seconds(20))
    #expect(!settler.isWaiting)
    settler.release(path)
    settler.seen(path, stamp, at: .seconds(30))
    #expect(settler.settled(at: .seconds(32)).count == 1)
  }

  @Test func beginsAnewWithEveryChange() throws {
    var settler = settler()
    settler.seen(path, stamp, at: .seconds(0))
    try Data("xyz".utf8).write(to: URL(fileURLWithPath: path))
    #expect(settler.settled(at: .seconds(2)).isEmpty)
    #expect(settler.settled(at: .seconds(3)).isEmpty)
    #expect(settler.settled(at: .seconds(4)).count == 1)
  }

  @Test(
    "believes the kernel before events",
    arguments: [
      (WriterProbe.Answer.open, false), (.closed, true), (.unknown, false),
    ])
  func believes(_ answer: WriterProbe.Answer, _ isGiven: Bool) {
    var settler = settler(answer)
    settler.written(path, stamp, at: .seconds(0))
    #expect(settler.settled(at: .seconds(5)).isEmpty != isGiven)
  }

  @Test func believesTimeWhereNothingElseTells() {
    var settler = settler()
    settler.written(path, stamp, at: .seconds(0))
    settler.forgetWriters()
    #expect(settler.settled(at: .seconds(2)).count == 1)
    settler.written(path, stamp, at: .seconds(3))
    settler.closed(path, stamp, at: .seconds(4))
    #expect(settler.settled(at: .seconds(6)).count == 1)
  }

  @Test func forgetsWhatIsGone() {
    var settler = settler()
    settler.seen(path, stamp, at: .seconds(0))
    settler.gone(below: folder.path)
    #expect(settler.settled(at: .seconds(9)).isEmpty)
    settler.seen(path, stamp, at: .seconds(10))
    _ = settler.settled(at: .seconds(12))
    settler.keep(only: [])
    settler.seen(path, stamp, at: .seconds(20))
    #expect(settler.settled(at: .seconds(22)).count == 1)
  }
}
