import Foundation
import SoHoaExport
import SoHoaModel
import Testing

@testable import SoHoaRegisters

@Suite struct EntryReaderTests {
  private func field<Value>(
    _ value: Value?, _ confidence: Double = 0.95, text: String = "trên giấy", _ others: [Value] = []
  ) -> Field<Value> {
    Field(
      text: text, observed: text, value: value, confidence: confidence, page: 1, box: nil, words: [],
      alternatives: others, rule: "test")
  }

  private func file(_ records: [Record]) -> ConvertedFile {
    ConvertedFile(
      software: Software(components: []), settings: ConversionSettings(),
      source: SourceFile(
        name: "a.pdf", sha256: String(repeating: "ab", count: 32), bytes: 1, mediaType: "pdf",
        pageCount: records.count),
      pages: [],
      documents: records.enumerated().map { index, record in
        ConvertedDocument(
          record: record, structure: DocumentStructure(pages: [index + 1]),
          findings: [Finding(.warning, "date.blank", Message(en: "x", vi: "thiếu ngày; hãy xem"), page: 1)],
          needsReview: true)
      }, findings: [])
  }

  @Test("an empty record gives a row with its file and nothing else")
  func empty() {
    let entry = EntryReader().entries(file([Record()]))[0]
    #expect(entry.cells.filter { $0.value.content != .empty }.keys.map(\.rawValue) == ["note"])
    #expect(entry.cells[.note]?.shown == "Cần xem: thiếu ngày\nTệp: a.pdf #abababababab")
    #expect(entry.cells[.note]?.doubts == ["trang 1: thiếu ngày; hãy xem"])
  }

  @Test("several documents of a file are several rows, told apart")
  func several() {
    let entries = EntryReader().entries(file([Record(), Record()]))
    #expect(entries.map(\.identity.fingerprint) == ["#abababababab.1", "#abababababab.2"])
    #expect(entries.map(\.identity.name) == ["a.pdf, tr. 1", "a.pdf, tr. 2"])
  }

  @Test("what is read is entered, what is not stays empty and says why")
  func values() {
    var record = Record()
    record.kind = field(DocumentKind(code: "CV", name: "Công văn"))
    record.title = field("bàn giao mặt bằng")
    record.number = field(DocumentNumber(number: nil, symbol: "SNV-VP", full: nil), 0.6, text: "Số: /SNV-VP")
    record.issueDate = field(nil, 0.4, text: "ngày 0l tháng 3", [DateValue(edtf: "2026-03-01")])
    record.arrival = Arrival(
      number: field("05"), date: field(DateValue(edtf: "2026-03-04")), receiver: nil)
    record.urgency = field("KHẨN")
    record.drafter = field("PL.(300)")
    let cells = EntryReader().entries(file([record]))[0].cells
    #expect(cells[.kindAndTitle] == RegisterCell(.text("Công văn V/v bàn giao mặt bằng")))
    #expect(cells[.number]?.content == .text("/SNV-VP"))
    #expect(
      cells[.number]?.doubts == [
        "đọc chưa chắc (60%): trên giấy đọc là “Số: /SNV-VP”", "chưa có số hoặc không đọc được số",
      ])
    #expect(
      cells[.date]
        == RegisterCell(
          .empty, doubts: ["để trống vì đọc chưa chắc: “ngày 0l tháng 3”; có thể là 01/03/2026"]))
    #expect(cells[.arrivalNumber] == RegisterCell(.number(5)))
    #expect(cells[.arrivalDate] == RegisterCell(.date(RegisterDate(year: 2026, month: 3, day: 4))))
    #expect(cells[.note]?.shown.hasPrefix("KHẨN\n") == true)
    #expect(cells[.copies] == RegisterCell(.number(300)))
    #expect(cells[.recipients] == RegisterCell())
  }

  @Test("a number that is none stays text", arguments: ["005", "12A", "1/2026", "-5"])
  func numbers(_ text: String) {
    var record = Record()
    record.arrival = Arrival(number: field(text), date: nil, receiver: nil)
    #expect(EntryReader().entries(file([record]))[0].cells[.arrivalNumber]?.content == .text(text))
  }

  @Test(
    "links go from the register to the document, and are escaped as spreadsheets do",
    arguments: [
      ("/a/b/register.xlsx", "/a/b/scan.pdf", "scan.pdf"),
      ("/a/b/register.xlsx", "/a/c/công văn #1 100%.pdf", "../c/công%20văn%20%231%20100%25.pdf"),
      ("/a/register.xlsx", "/a/b/c.pdf", "b/c.pdf"),
    ])
  func links(_ register: String, _ file: String, _ link: String) {
    let path = RelativeLink.path(from: URL(fileURLWithPath: register), to: URL(fileURLWithPath: file))
    #expect(RelativeLink.escaped(path) == link)
  }
}
