import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct BodyFieldTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  // MARK: References

  @Test("cites every act once, with its mentions")
  func references() throws {
    let record = reading.plan(
      body: """
        Thực hiện Kế hoạch số 192/KH-UBND ngày 08/8/2025 của Ủy ban nhân dân tỉnh về việc trồng hoa
        theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;

        I. MỤC ĐÍCH
        - Làm theo Nghị quyết số 57- NQ/TW và NQ số 57 của Bộ Chính trị.
        - Làm theo các Quyết định số: 11/QĐ-UBND, 12/QĐ-UBND ngày 31/12/2024 của Ủy ban nhân dân tỉnh.
        """
    ).record
    #expect(
      record.references.map(\.number.full) == ["192/KH-UBND", "57-NQ/TW", "11/QĐ-UBND", "12/QĐ-UBND"])
    #expect(record.references.map(\.kind?.code) == ["KH", "NQ", "QĐ", "QĐ"])
    #expect(record.references.map(\.role) == [.basis, .basis, .mention, .mention])
    #expect(record.references.map(\.date?.edtf) == ["2025-08-08", "2024-12-22", nil, "2024-12-31"])
    #expect(record.references[0].issuer == "Ủy ban nhân dân tỉnh")
    #expect(record.references[1].issuer == "Bộ Chính trị")
    #expect(record.references[1].mentions.count == 3)
  }

  @Test(
    "finds the issuer",
    arguments: [
      ("của Bộ Giáo dục và Đào tạo về việc học", "Bộ Giáo dục và Đào tạo"),
      ("của Chính phủ quy định về hoa", "Chính phủ"),
      ("của Chính phủ và Nghị định số 2/2020/NĐ-CP", "Chính phủ"),
      ("của Ủy ban nhân dân tỉnh Hoa Giang ban hành quy chế", "Ủy ban nhân dân tỉnh Hoa Giang"),
      (
        "của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch phê duyệt", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"
      ),
    ])
  func issuer(_ text: String, _ name: String) {
    let body = "Căn cứ Nghị định số 1/2020/NĐ-CP ngày 01/01/2020 \(text);"
    #expect(reading.plan(body: body).record.references.first?.issuer == name)
  }

  @Test("cites laws by title")
  func laws() {
    let references = reading.plan(body: "Căn cứ Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025;").record
      .references
    #expect(references.map(\.title) == ["Luật Cán bộ, công chức"])
    #expect(references.first?.date?.edtf == "2025-06-24")
    #expect(references.first?.role == .basis)
  }

  // MARK: Dates

  @Test(
    "tells what dates do",
    arguments: [
      ("- Xong trước ngày 05/12/2026.", "2026-12-05", DateValue.Bound.before, DateMention.Role.deadline),
      ("- Báo cáo chậm nhất là ngày 05/12/2026.", "2026-12-05", .by, .deadline),
      ("- Gửi trước ngày 05/12 hằng năm.", "--12-05", .before, .recurringDeadline),
      ("- Làm từ ngày 01/7/2026 đến ngày 30/9/2026.", "2026-07-01/2026-09-30", .during, .period),
      ("- Đến năm 2030 có nhiều hoa.", "2030", .until, .period),
      ("- Hoàn thành trong tháng 5/2026.", "2026-05", .by, .deadline),
      ("- Kế hoạch này có hiệu lực kể từ ngày 01 tháng 7 năm 2026.", "2026-07-01", .from, .effective),
      ("- Kế hoạch này có hiệu lực kể từ ngày ký.", "2026-03-05", .from, .effective),
      ("- Gửi trước 10 giờ 00 ngày 26/10/2026.", "2026-10-26T10:00", .before, .deadline),
      ("- Theo Kế hoạch số 5/KH-UBND ngày 02/01/2026 của tỉnh.", "2026-01-02", .on, .citedDocument),
      ("- Từ nay đến hết năm 2026 trồng hoa.", "2026-03-05/2026", .during, .period),
    ])
  func dates(_ line: String, _ edtf: String, _ bound: DateValue.Bound, _ role: DateMention.Role) {
    let dates = reading.plan(body: "I. NỘI DUNG\n" + line).record.dates.dropFirst()
    #expect(dates.map(\.date.value?.edtf) == [edtf])
    #expect(dates.first?.date.value?.bound == bound)
    #expect(dates.first?.role == role)
  }

  @Test("an impossible date in the body is a finding, its value null")
  func impossible() {
    let extraction = reading.plan(body: "I. NỘI DUNG\n- Xong trước ngày 31/02/2026.")
    #expect(extraction.record.dates.last?.date.value == nil)
    #expect(extraction.findings.contains { $0.code == "date.impossible" })
  }

  // MARK: Duties

  @Test(
    "tells who does what",
    arguments: [
      (
        "1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và Sở Nội vụ trồng hoa.",
        ["Sở Y tế lead", "Sở Tài chính coordinate", "Sở Nội vụ coordinate"]
      ),
      ("1. Sở Giáo dục và Đào tạo tham mưu văn bản về hoa.", ["Sở Giáo dục và Đào tạo advise"]),
      (
        "1. Đề nghị Ủy ban nhân dân các xã, phường tuyên truyền về hoa.",
        ["Ủy ban nhân dân các xã, phường request"]
      ),
      ("1. Văn phòng Sở theo dõi, đôn đốc việc trồng hoa.", ["Văn phòng Sở monitor"]),
      (
        "1. Các đơn vị báo cáo kết quả về Sở Nội vụ trước ngày 05/12/2026.",
        ["Các đơn vị implement", "Sở Nội vụ reportTo"]
      ),
      (
        "1. Văn phòng Sở\n- Chủ trì trồng hoa.\n- Tưới hoa hằng ngày.",
        ["Văn phòng Sở lead", "Văn phòng Sở implement"]
      ),
      ("1. Cây hoa cần nhiều nước và ánh sáng.", []),
      ("1. Các mục tiêu chung\n- Trồng nhiều hoa.", []),
    ])
  func duties(_ text: String, _ expected: [String]) {
    let record = reading.plan(body: "I. TỔ CHỨC THỰC HIỆN\n" + text).record
    #expect(record.responsibilities.map { "\($0.party.value ?? "") \($0.role.rawValue)" } == expected)
  }

  @Test("a duty keeps its deadline")
  func deadline() {
    let record = reading.plan(
      body: "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế hoàn thành việc trồng hoa trước ngày 05/12 hằng năm."
    ).record
    #expect(record.responsibilities.first?.deadline?.value?.edtf == "--12-05")
    #expect(record.responsibilities.first?.deadline?.value?.recurrence == .yearly)
    #expect(record.responsibilities.first?.action?.value == "hoàn thành việc trồng hoa")
  }
}
