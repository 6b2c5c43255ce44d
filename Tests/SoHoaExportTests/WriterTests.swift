import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct WriterTests {
  @Test func writesTextByLineBlockAndPage() throws {
    let data = try OutputFormat.txt.encode(SampleFile.make())
    #expect(String(decoding: data, as: UTF8.self) == "Số: 16/KH-SYT\n\n  KẾ HOẠCH\u{0C}Nơi nhận:\n")
  }

  @Test func readsBackWhatItWrote() throws {
    let file = SampleFile.make()
    let data = try OutputFormat.json.encode(file)
    #expect(try JSONDecoder().decode(ConvertedFile.self, from: data) == file)
    #expect(try OutputFormat.json.encode(file) == data)
  }

  @Test("writes page by page what encoding as a whole would give", arguments: [0, 1, 2])
  func writesPagesOneByOne(_ count: Int) throws {
    var file = SampleFile.make()
    file.pages = Array(file.pages.prefix(count))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let whole = JSONLayout(try encoder.encode(file)).formatted() + Data("\n".utf8)
    #expect(try OutputFormat.json.encode(file) == whole)
  }

  @Test func writesNullsInsteadOfLeavingOut() throws {
    let json = String(decoding: try OutputFormat.json.encode(SampleFile.make()), as: UTF8.self)
    #expect(json.contains(#""issueDate": null"#))
    #expect(json.contains(#""box": null"#))
  }

  @Test func showsWhatAClerkNeeds() {
    let card = SummaryCard(SampleFile.make(), language: .english).text
    #expect(card.contains("Number      16/KH-SYT"))
    #expect(card.contains("! page 1: no day"))
    let vietnamese = SummaryCard(SampleFile.make(), language: .vietnamese).text
    #expect(vietnamese.contains("Số, ký hiệu 16/KH-SYT"))
    #expect(vietnamese.contains("! trang 1: thiếu ngày"))
  }
}
