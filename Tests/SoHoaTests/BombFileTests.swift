import Foundation
import SoHoa
import SoHoaModel
import Testing

/// What becomes of hostile and signed files on the whole way.
@Suite struct BombFileTests {
  @Test("the record of a file with a bad page holds the others and says what is missing")
  func badPage() async throws {
    let file = try await Fixtures.convert("bombs/picture-jpeg2000.pdf")
    #expect(file.pages.map(\.origin) == [.textLayer, .unreadable, .textLayer])
    #expect(file.pages[1].findings.map(\.code) == ["page.tooLarge"])
    #expect(file.needsReview)
  }

  @Test(
    "nothing but our own messages goes to standard error", arguments: ["half-a-scan.pdf", "forms-loop.pdf"])
  func quiet(_ name: String) throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      "convert", Fixtures.file("bombs/\(name)").path, "--output", scratch.url.path, "--quiet")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }

  @Test("a signed file keeps its bytes and its times, and its record names the signer")
  func signed() throws {
    let scratch = try ScratchFolder()
    let copy = scratch.url.appendingPathComponent("signed.pdf")
    try FileManager.default.copyItem(at: Fixtures.file("layers/signed.pdf"), to: copy)
    let before = try (Data(contentsOf: copy), Self.modified(copy))
    let run = try Run.sohoa("convert", copy.path, "--output", scratch.url.appendingPathComponent("out").path)
    #expect(run.status == 0)
    #expect(try Data(contentsOf: copy) == before.0)
    #expect(try Self.modified(copy) == before.1)
    let json = try Data(contentsOf: scratch.url.appendingPathComponent("out/signed.json"))
    let file = try JSONDecoder().decode(ConvertedFile.self, from: json)
    #expect(file.source.signatures.map(\.signer) == ["Viên Đình Sách"])
  }

  private static func modified(_ url: URL) throws -> [String] {
    var status = stat()
    guard stat(url.path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
    return ["\(status.st_mtim)", "\(status.st_ctim)"]
  }
}
