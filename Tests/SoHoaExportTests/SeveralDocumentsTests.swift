import SoHoaModel
import Testing

@testable import SoHoaExport

/// What a clerk sees of a file with one, several or no documents.
@Suite struct SeveralDocumentsTests {
  private static func file(_ pages: [[Int]]) -> ConvertedFile {
    var file = SampleFile.make()
    let document = file.documents[0]
    file.documents = pages.map { pages in
      var document = document
      document.structure = DocumentStructure(pages: pages)
      return document
    }
    return file
  }

  @Test(
    "a line for each document of a file",
    arguments: [
      ([[1, 2]], "a.pdf: 2 p · ? · 16/KH-SYT · ? · ? · 1 finding"),
      (
        [[1, 1], [2, 5]],
        "a.pdf: 2 p · 2 documents · 2 findings\n  p 1: ? · 16/KH-SYT · ? · ?\n  p 2-5: ? · 16/KH-SYT · ? · ?"
      ),
      ([], "a.pdf: 2 p · 0 documents"),
    ])
  func line(_ pages: [[Int]], _ line: String) {
    #expect(SummaryLine(Self.file(pages), name: "a.pdf").message.en == line)
  }

  @Test("a card says which document it is", arguments: [MessageLanguage.english, .vietnamese])
  func card(_ language: MessageLanguage) {
    let second = language == .english ? "\n\nDocument 2/2 (pages 2-5)\n" : "\n\nVăn bản 2/2 (trang 2-5)\n"
    #expect(SummaryCard(Self.file([[1, 1], [2, 5]]), language: language).text.contains(second))
    #expect(!SummaryCard(Self.file([[1, 2]]), language: language).text.contains("1/1"))
  }
}
