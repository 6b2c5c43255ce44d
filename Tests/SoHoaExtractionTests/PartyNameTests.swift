import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct PartyNameTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func rows(_ text: String) -> [String] {
    reading.plan(body: "I. TỔ CHỨC THỰC HIỆN\n" + text).record.responsibilities.map {
      "\($0.party.value ?? "") \($0.role.rawValue)"
    }
  }

  @Test(
    "a name ends before an action that no list of verbs has",
    arguments: [
      ("1. Yêu cầu Chi đoàn Thanh niên tiêu hủy sổ cũ.", ["Chi đoàn Thanh niên implement"]),
      ("1. Giao các chủ rừng thụ lý đơn của dân.", ["các chủ rừng implement"]),
      ("1. Đề nghị Đài Truyền hình Việt Nam trừ tiền công.", ["Đài Truyền hình Việt Nam request"]),
      ("1. Giao Bảo hiểm xã hội khu vực vượt lên trước.", ["Bảo hiểm xã hội khu vực implement"]),
      ("1. Yêu cầu Ban Dân vận Thành ủy đàm phán với chủ vườn.", ["Ban Dân vận Thành ủy implement"]),
    ])
  func actions(_ text: String, _ expected: [String]) { #expect(rows(text) == expected) }

  @Test(
    "what begins like a verb goes on with a name it belongs to",
    arguments: [
      "Phòng Đào tạo", "Hội Khuyến học tỉnh", "Trung tâm Xúc tiến đầu tư, thương mại và du lịch",
      "Phòng Vật tư, thiết bị y tế", "Ngân hàng Chính sách xã hội chi nhánh tỉnh", "Quỹ Phát triển đất",
      "Các trường học trên địa bàn tỉnh", "Giám đốc Trung tâm Giáo dục thường xuyên tỉnh", "Tổ giúp việc",
      "Đoàn kiểm tra liên ngành", "Bộ phận Tiếp nhận và Trả kết quả", "Cục Chuyển đổi số quốc gia",
      "Cấp ủy, chính quyền các cấp", "Sở Nông nghiệp & Phát triển nông thôn", "Ủy ban MTTQ Việt Nam các xã",
      "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Các Vụ, Cục, đơn vị liên quan",
    ])
  func names(_ name: String) {
    #expect(rows("1. \(name) chủ trì trồng hoa.") == ["\(name) lead"])
  }

  @Test(
    "conditions, things and nobody in particular are no parties",
    arguments: [
      "1. Trường hợp cây có bệnh, cơ quan phát hiện báo cáo chủ vườn.",
      "1. Cơ quan chủ trì soạn sổ vườn hoa.",
      "1. Hội nghị thống nhất trồng hoa hồng.", "1. Bộ chỉ số phục vụ trồng hoa.",
      "1. Cơ quan có nhu cầu gửi văn bản về Sở Y tế.",
    ])
  func others(_ text: String) { #expect(rows(text).filter { !$0.hasSuffix("reportTo") } == []) }

  @Test("a verb behind `Hội đồng` begins what it does, unless it is what the council is for")
  func councils() {
    #expect(rows("1. Hội đồng thẩm định tổ chức họp.") == ["Hội đồng thẩm định implement"])
    #expect(rows("1. Hội đồng nhân dân xã công bố giá hoa.") == ["Hội đồng nhân dân xã implement"])
  }

  @Test("`hoặc` parts parties")
  func either() {
    #expect(
      rows("1. Chi cục Kiểm lâm hoặc Chi cục Thủy lợi chủ trì trồng hoa.") == [
        "Chi cục Kiểm lâm lead", "Chi cục Thủy lợi lead",
      ])
  }
}

@Suite struct DutyRoleTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func rows(_ text: String) -> [String] {
    reading.plan(body: text).record.responsibilities.map { "\($0.party.value ?? "") \($0.role.rawValue)" }
  }

  @Test(
    "roles behind words of duty, partners, orders within a task",
    arguments: [
      ("1. Sở Y tế có trách nhiệm chủ trì trồng hoa.", ["Sở Y tế lead"]),
      ("1. Sở Y tế chịu trách nhiệm trước Chính phủ chủ trì trồng hoa.", ["Sở Y tế lead"]),
      ("1. Sở Y tế là cơ quan đầu mối tổng hợp giá hoa.", ["Sở Y tế lead"]),
      ("1. Sở Y tế phối hợp với Sở Tài chính trồng hoa.", ["Sở Y tế coordinate", "Sở Tài chính coordinate"]),
      ("1. Sở Y tế ban hành quy chế, phân công nhiệm vụ cho các thành viên.", ["Sở Y tế implement"]),
      ("1. Sở Y tế có trách nhiệm:\n- Tham mưu cách trồng hoa.", ["Sở Y tế advise"]),
      ("1. Sở Y tế\n- Trồng hoa.\n- Kế hoạch này thay cho mọi kế hoạch cũ.", ["Sở Y tế implement"]),
      ("I. Đề nghị Hội Nông dân tỉnh\nTrồng hoa trước cổng.", ["Hội Nông dân tỉnh request"]),
      ("1. Quỹ được yêu cầu các doanh nghiệp trồng hoa.", []),
    ])
  func roles(_ text: String, _ expected: [String]) {
    let body = text.hasPrefix("I.") ? text : "I. TỔ CHỨC THỰC HIỆN\n" + text
    #expect(rows(body) == expected)
  }

  @Test("a report tells what was done; what shall be done stands under its own heading")
  func reports() {
    let record = reading.read(
      """
      UBND TỈNH HOA GIANG
      SỞ NỘI VỤ
      Số: 12/BC-SNV

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Hoa Giang, ngày 05 tháng 3 năm 2026

      BÁO CÁO
      Chăm sóc vườn hoa của tỉnh năm 2025

      I. KẾT QUẢ THỰC HIỆN
      1. Văn phòng Sở chủ trì trồng 200 gốc hoa.
      II. NHIỆM VỤ TRỌNG TÂM NĂM 2026
      1. Phòng Nghiệp vụ chủ trì trồng thêm hoa.
      """
    ).record
    #expect(record.responsibilities.map(\.party.value) == ["Phòng Nghiệp vụ"])
  }
}
