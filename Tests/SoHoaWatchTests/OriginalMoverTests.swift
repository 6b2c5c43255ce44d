import Foundation
import SoHoaWatch
import Testing

@Suite final class OriginalMoverTests {
  private let home: URL
  private let inputs: URL
  private let manager = FileManager.default

  init() throws {
    home = manager.temporaryDirectory.appendingPathComponent("mover-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    inputs = home.appendingPathComponent("in")
    try manager.createDirectory(at: inputs.appendingPathComponent("2026"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func file(_ name: String, _ text: String) throws -> SettledFile {
    let url = inputs.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return SettledFile(path: url.path, stamp: try #require(FileStamp(path: url.path)))
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  /// The system's own memory is another file system here; elsewhere both are the same.
  private func targets() -> [URL] {
    let memory = URL(fileURLWithPath: "/dev/shm").appendingPathComponent("mover-\(UUID().uuidString)")
    return [home.appendingPathComponent("done")]
      + (manager.isWritableFile(atPath: "/dev/shm") ? [memory] : [])
  }

  @Test func keepsFoldersAndNeverOverwrites() throws {
    for target in targets() {
      defer { try? manager.removeItem(at: target) }
      let mover = OriginalMover(from: inputs.path, to: target)
      for (number, name) in ["a.pdf", "a-2.pdf", "a-3.pdf"].enumerated() {
        let file = try file("2026/a.pdf", "content \(number)")
        let place = mover.place(of: file.path)
        #expect(place == target.appendingPathComponent("2026/" + name).path)
        #expect(try mover.move(file, wanted: place) == place)
        #expect(text(place) == "content \(number)")
        #expect(!manager.fileExists(atPath: file.path))
      }
      let left = try manager.subpathsOfDirectory(atPath: target.path).sorted()
      #expect(left == ["2026", "2026/a-2.pdf", "2026/a-3.pdf", "2026/a.pdf"])
    }
  }

  @Test func takesAnotherNameWhereTheWantedOneHasGone() throws {
    for target in targets() {
      defer { try? manager.removeItem(at: target) }
      let mover = OriginalMover(from: inputs.path, to: target)
      let file = try file("b", "mine")
      let wanted = mover.place(of: file.path)
      try manager.createDirectory(at: target, withIntermediateDirectories: true)
      try Data("theirs".utf8).write(to: URL(fileURLWithPath: wanted))
      let place = try mover.move(file, wanted: wanted)
      #expect(place == wanted + "-2" && text(place) == "mine" && text(wanted) == "theirs")
    }
  }

  @Test func leavesAFileThatHasChanged() throws {
    for target in targets() {
      defer { try? manager.removeItem(at: target) }
      let mover = OriginalMover(from: inputs.path, to: target)
      let old = try file("a.pdf", "first")
      _ = try file("a.pdf", "second")
      #expect(throws: MoveFailure.changed(path: old.path)) {
        try mover.move(old, wanted: mover.place(of: old.path))
      }
      #expect(text(old.path) == "second")
    }
  }

  /// A move between file systems that was cut off after the copy: the copy is known again.
  @Test func endsAMoveThatWasCutOff() throws {
    guard let target = targets().dropFirst().first else { return }
    defer { try? manager.removeItem(at: target) }
    let mover = OriginalMover(from: inputs.path, to: target)
    let file = try file("a.pdf", "content")
    let wanted = mover.place(of: file.path)
    try manager.createDirectory(at: target, withIntermediateDirectories: true)
    try manager.copyItem(atPath: file.path, toPath: wanted)
    #expect(try mover.move(file, wanted: wanted) == wanted)
    #expect(try manager.contentsOfDirectory(atPath: target.path) == ["a.pdf"])
    #expect(!manager.fileExists(atPath: file.path))
  }

  @Test func tellsWhyItCannotMove() throws {
    let file = try file("a.pdf", "x")
    let target = home.appendingPathComponent("file")
    try Data().write(to: target)
    let mover = OriginalMover(from: inputs.path, to: target)
    #expect(throws: MoveFailure.self) { try mover.move(file, wanted: mover.place(of: file.path)) }
    #expect(text(file.path) == "x")
  }
}
