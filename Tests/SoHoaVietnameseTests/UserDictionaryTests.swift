import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Words of the user's own")
struct UserDictionaryTests {
  private static let words = """
    # names of a company that does not exist
    word\tweight
    Tân Bỉnh Ản
    VTKQĐ\t10
    zônika
    """

  private func restored(_ text: String, _ kind: ChannelKind, words: String = words) throws -> String {
    let restorer = try Restorer(
      dictionaries: Shared.folder.get(), channel: .fixed(kind), words: UserDictionary(words, path: "my.tsv"))
    let layout = TextLayout(text)
    return layout.text(restorer.restore(layout.tokens))
  }

  @Test("are read with their weights, comments and header left out")
  func read() throws {
    let entries = try UserDictionary(Self.words, path: "my.tsv").entries
    #expect(entries.map(\.text) == ["Tân Bỉnh Ản", "VTKQĐ", "zônika"])
    #expect(entries.map(\.weight) == [1, 10, 1])
  }

  @Test(
    "are found, whole or not at all",
    arguments: [
      ("Cong ty Tan Binh An bao cao", ChannelKind.unmarked, "Công ty Tân Bỉnh Ản báo cáo"),
      ("theo van ban cua VTKQD gui", .unmarked, "theo văn bản của VTKQĐ gửi"),
      ("may zonika moi", .unmarked, "máy zônika mới"),
      ("Tan Binh la noi", .unmarked, "Tân Bình là nơi"),
    ])
  func found(_ row: (String, ChannelKind, String)) throws {
    #expect(try restored(row.0, row.1) == row.2)
  }

  @Test(
    "are never changed",
    arguments: [
      ("Công ty Tân Bỉnh Ản báo cáo", ["Tân Bỉnh Ản"]), ("máy zônika, VTKQĐ và", ["zônika,", "VTKQĐ"]),
    ])
  func kept(_ row: (String, [String])) throws {
    for kind in ChannelKind.allCases {
      let text = try restored(row.0, kind)
      #expect(row.1.allSatisfy(text.contains), "\(kind): \(text)")
    }
    #expect(try restored(row.0, .nearlyRight) == row.0)
  }

  @Test("leave other text as it would be without them")
  func others() throws {
    let text = "Thuc hien Ke hoach cua Uy ban nhan dan tinh"
    #expect(try restored(text, .unmarked) == Shared.restored(text, .unmarked))
  }

  @Test(
    "that are malformed are named with file and line",
    arguments: [
      ("word\nAn\tnhiều", "my.tsv, line 2: \"nhiều\" is no weight"), ("An\t0", "line 1: \"0\" is no weight"),
      ("\n\tx", "line 2: no word"), ("a\tb\tc", "line 1: 3 cells"),
      ("a b c d e f g h i", "line 1: 9 syllables"),
      ("12", "line 1: \"12\" is no word"),
    ])
  func malformed(_ row: (String, String)) {
    let error = #expect(throws: UserDictionaryError.self) { try UserDictionary(row.0, path: "my.tsv") }
    #expect(error?.description.contains(row.1) == true, "\(error?.description ?? "")")
  }

  @Test("lie in the configuration folder")
  func standard() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let file = folder.appendingPathComponent("sohoa/dictionary.tsv")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try UserDictionary.standard(environment: ["XDG_CONFIG_HOME": folder.path]).entries.isEmpty)
    try Data("Tân Bỉnh Ản\t2\n".utf8).write(to: file)
    let words = try UserDictionary.standard(environment: ["XDG_CONFIG_HOME": folder.path]).entries
    #expect(words == [.init(text: "Tân Bỉnh Ản", weight: 2)])
    #expect(
      UserDictionary.standardFile(["HOME": "/home/an"])?.path == "/home/an/.config/sohoa/dictionary.tsv")
  }
}
