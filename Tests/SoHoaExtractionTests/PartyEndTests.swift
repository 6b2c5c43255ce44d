import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct PartyEndTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  @Test(
    "levels belong to a name, unknown verbs do not; who stands behind `do` or a deadline acts",
    arguments: [
      ("1. Ủy ban nhân dân cấp xã rà soát vườn hoa.", ["Ủy ban nhân dân cấp xã implement"]),
      ("1. Việc tưới hoa do Sở Y tế thực hiện.", ["Sở Y tế implement"]),
      ("1. Giao trách nhiệm cho Phòng Nghiệp vụ cắm biển vườn hoa.", ["Phòng Nghiệp vụ implement"]),
      ("1. Đến hết ngày 20/02/2026, Công an xã cắm biển vườn hoa.", ["Công an xã implement"]),
    ])
  func parties(_ text: String, _ expected: [String]) {
    let rows = reading.plan(body: "I. TỔ CHỨC THỰC HIỆN\n" + text).record.responsibilities
    #expect(rows.map { "\($0.party.value ?? "") \($0.role.rawValue)" } == expected)
  }

  @Test("a sentence that only says when a task is due gives it its deadline")
  func dueNote() {
    let text = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế rà soát vườn hoa. Hoàn thành trước ngày 05/12/2026."
    let rows = reading.plan(body: text).record.responsibilities
    #expect(rows.map(\.deadline?.value?.edtf) == ["2026-12-05"])
  }
}
