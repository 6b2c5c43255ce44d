import Foundation
import SoHoa
import Testing

@Suite struct InputTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "sohoa-input-\(UUID().uuidString)")

  private func make(_ paths: String...) throws {
    for path in paths {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: url)
    }
  }

  @Test func walksFoldersInOrderAndKeepsTheirShape() throws {
    try make("b.pdf", "a/c.pdf", "a/.hidden", "out/b.json")
    defer { try? FileManager.default.removeItem(at: folder) }
    let inputs = Input.gather([folder.path], leavingOut: folder.appendingPathComponent("out"))
    #expect(inputs.map(\.fileName) == ["c.pdf", "b.pdf"])
    #expect(inputs.map(\.folder) == ["a", ""])
    #expect(OutputNames(inputs).known == ["a/c", "b"])
  }

  @Test func takesFilesAndStandardInputAsTheyAre() {
    let inputs = Input.gather(["-", "missing.pdf"], leavingOut: nil)
    #expect(inputs.map(\.fileName) == ["stdin", "missing.pdf"])
  }

  @Test func givesEveryInputItsOwnName() throws {
    try make("x/a.pdf", "x/a.png", "x/b.txt", "y/a.pdf")
    defer { try? FileManager.default.removeItem(at: folder) }
    let one = Input.gather([folder.appendingPathComponent("x").path], leavingOut: nil)
    #expect(OutputNames(one).known == ["a.pdf", "a.png", "b"])
    let two = Input.gather(
      ["x", "y"].map { folder.appendingPathComponent($0 + "/a.pdf").path }, leavingOut: nil)
    #expect(OutputNames(two).known == ["a", "a-2"])
  }
}
