import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct TaskListDoubtTests {
  private func field<Value>(_ text: String, _ value: Value?) -> Field<Value> {
    Field(
      text: text, observed: text, value: value, confidence: 0.5, page: 1, box: nil, words: [], rule: "test")
  }

  @Test(
    "a number that is not sure is told as a doubt, never as a number",
    arguments: [
      (DocumentNumber(number: nil, symbol: "QĐ-UBND", full: nil), "/QĐ-UBND", true),
      (nil, "", true),
      (DocumentNumber(number: "20", symbol: "QĐ-UBND", full: "20/QĐ-UBND"), "20/QĐ-UBND", false),
    ] as [(DocumentNumber?, String, Bool)])
  func number(_ value: DocumentNumber?, _ cell: String, _ isDoubtful: Bool) {
    var record = Record()
    record.number = field("Số: 02 /QĐ-UBND", value)
    record.issueDate = field("ngày fc. tháng 9", nil as DateValue?)
    record.responsibilities = [
      Responsibility(
        task: 1, party: field("Sở A", "Sở A"), role: .lead, action: field("trồng hoa", "trồng hoa"),
        deadline: nil,
        money: nil, place: [])
    ]
    let row = TaskList().rows(record, file: "a.pdf")[0]
    #expect(row.count == TaskList.head.count)
    #expect(row[1] == cell)
    #expect(row[2].isEmpty)
    #expect(!row.joined().contains("02 /QĐ"))
    #expect(row[15].contains("số, ký hiệu chưa chắc") == isDoubtful)
    #expect(row[15].contains("ngày ban hành chưa chắc"))
  }
}
