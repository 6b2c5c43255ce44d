import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct TaskListTests {
  @Test(
    "cells are safe in a spreadsheet and after RFC 4180",
    arguments: [
      ("rà soát", "rà soát"), ("a,b", "\"a,b\""), ("nói \"hoa\"", "\"nói \"\"hoa\"\"\""), ("", ""),
      ("=1+1", "'=1+1"), ("+84", "'+84"), ("-5", "'-5"), ("@a", "'@a"), ("\tx", "\"'\tx\""), ("a=b", "a=b"),
      ("=A1,B1", "\"'=A1,B1\""), ("hai\ndòng", "\"hai\ndòng\""), ("\rx", "\"'\rx\""),
      (" =1", "' =1"), ("\u{200B}=1", "'\u{200B}=1"), ("=\u{301}1", "'=\u{301}1"), ("a;=b", "\"a;=b\""),
      ("a\u{0}\u{7}b", "ab"), ("- hai", "'- hai"), ("12 - 5", "12 - 5"),
    ])
  func cells(_ text: String, _ cell: String) { #expect(CSVWriter.cell(text) == cell) }

  @Test("begins with a byte order mark, lines end in CR LF, heads in Vietnamese")
  func form() throws {
    let text = String(decoding: try OutputFormat.tasks.encode(SampleFile.make()), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}Tệp,\"Số, ký hiệu\",Ngày ban hành,"))
    #expect(text.hasSuffix("Cần xem lại\r\n"))
  }

  @Test("one row a task, its parties by role, doubts said")
  func rows() {
    var file = SampleFile.make()
    file.documents[0].record.responsibilities = [
      duty(1, "Sở A", .lead), duty(1, "Sở B", .coordinate), duty(1, "Sở C", .coordinate),
      duty(1, "Sở D", .reportTo),
      duty(2, "Sở E", .implement, confidence: 0.5),
    ]
    let rows = TaskList().rows(file)
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.count == TaskList.head.count })
    #expect(Array(rows[1][4...8]) == ["I. 1.", "trồng hoa", "Sở A", "Sở B; Sở C", "nhận báo cáo: Sở D"])
    #expect(
      Array(rows[1][9...15]) == [
        "trước ngày 05/12 hằng năm", "--12-05", "hằng năm", "5000000", "1", "0.90", "",
      ])
    #expect(rows[2][15] == "đơn vị chưa chắc: Sở E")
  }

  private func duty(
    _ task: Int, _ party: String, _ role: Responsibility.Role, confidence: Double = 0.9
  ) -> Responsibility {
    Responsibility(
      task: task, party: field(party, party, confidence), role: role, action: field("trồng hoa", "trồng hoa"),
      deadline: field(
        "trước ngày 05/12 hằng năm", DateValue(edtf: "--12-05", bound: .before, recurrence: .yearly)),
      money: field("5 triệu đồng", Money(amount: 5_000_000)), place: ["I.", "1."])
  }

  private func field<Value>(_ text: String, _ value: Value, _ confidence: Double = 0.9) -> Field<Value> {
    Field(
      text: text, observed: text, value: value, confidence: confidence, page: 1, box: nil, words: [],
      rule: "test")
  }
}
