import Foundation
import SoHoaModel

/// A small converted file of two pages, made by hand.
enum SampleFile {
  static func make() -> ConvertedFile {
    ConvertedFile(
      software: Software(components: []), settings: ConversionSettings(),
      source: SourceFile(
        name: "a.pdf", sha256: String(repeating: "0", count: 64), bytes: 1, mediaType: "pdf", pageCount: 2),
      pages: [page(1, [["Số:", "16/KH-SYT"], ["KẾ", "HOẠCH"]]), page(2, [["Nơi", "nhận:"]])],
      documents: [document], findings: [])
  }

  private static var document: ConvertedDocument {
    var record = Record()
    record.number = Field(
      text: "Số: 16/KH-SYT", observed: "So: 16/KH-SYT",
      value: DocumentNumber(number: "16", symbol: "KH-SYT", full: "16/KH-SYT"), confidence: 0.95, page: 1,
      box: nil, words: [ID(page: 1, index: 2)], rule: "test")
    let finding = Finding(.warning, "date.blank", Message(en: "no day", vi: "thiếu ngày"), page: 1)
    return ConvertedDocument(
      record: record, structure: DocumentStructure(pages: [1, 2]), findings: [finding], needsReview: true)
  }

  private static func page(_ number: Int, _ lines: [[String]]) -> Page {
    var index = 0
    let blocks = lines.enumerated().map { position, words in
      let line = Line(
        id: ID(page: number, index: position + 1), box: nil, indent: position * 2,
        words: words.map { text in
          index += 1
          return Word(
            id: ID(page: number, index: index), box: nil,
            observed: Reading(text: text, confidence: 1, stage: "text"))
        })
      return Block(id: ID(page: number, index: position + 1), box: nil, lines: [line])
    }
    return Page(number: number, origin: .text, blocks: blocks)
  }
}
