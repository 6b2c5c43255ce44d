import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Cited acts in all their forms, whole and damaged.
@Suite struct ReferenceTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func references(_ body: String) -> [Reference] { reading.plan(body: body).record.references }

  @Test(
    "one act, whatever its mentions look like",
    arguments: [
      "Nghị quyết 57", "NQ số 57", "Nghị quyết số 57", "NQ 57-NQ/TW", "Nghị quyết số 57- NQ/TW",
      "Nghị quyết số 57 - NQ/TW", "Nghị quyết số 57-NQITW", "Nghị quyết số 57-NQlTW",
      "Nghị quyết số 57-\nNQ/TW", "Nghị quyết số 57-NQ/\nTW", "Nghị quyết số S7-NQ/TW",
      "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024",
    ])
  func oneAct(_ mention: String) {
    let found = references(
      """
      Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về việc trồng hoa;

      I. MỤC ĐÍCH
      - Làm theo \(mention) của Bộ Chính trị cho đúng.
      """)
    #expect(found.map(\.number.full) == ["57-NQ/TW"], "\(mention)")
    #expect(found.first?.mentions.count == 2)
    #expect(found.first?.date?.edtf == "2024-12-22")
    #expect(found.first?.role == .basis)
  }

  @Test(
    "damaged codes become known ones, and say why",
    arguments: [
      ("Quyết định số 15/QD-UBND", "15/QĐ-UBND"), ("Quyết định số 15/QP-UBND", "15/QĐ-UBND"),
      ("Quyết định số 15/QB-UBND", "15/QĐ-UBND"), ("Quyết định số 15/QBD-TTg", "15/QĐ-TTg"),
      ("Kế hoạch số 192IKH-UBND", "192/KH-UBND"), ("Kế hoạch số 192lKH-UBND", "192/KH-UBND"),
      ("Nghị định số 30/2020/NP-CP", "30/2020/NĐ-CP"), ("Nghị định số 30/2020/ND-CP", "30/2020/NĐ-CP"),
      ("Hợp đồng số 12/HD-SNV", "12/HĐ-SNV"), ("Nghị quyết số 12/NQ-HDND", "12/NQ-HĐND"),
      ("Công văn số 2597ISKHCN-TTTT", "2597/SKHCN-TTTT"), ("Kế hoạch số 192/KH-UBN0", "192/KH-UBND"),
    ])
  func damagedCodes(_ mention: String, _ full: String) {
    let found = references("Căn cứ \(mention) ngày 02 tháng 01 năm 2026 của tỉnh;")
    #expect(found.map(\.number.full) == [full])
    #expect(found.first?.reading?.contains("read as") == true)
    #expect((found.first?.mentions.first?.confidence ?? 1) <= 0.9)
  }

  @Test("supposed digits are doubtful alone and join a sound mention")
  func supposedDigits() {
    let alone = references("Căn cứ Kế hoạch số l92/KH-UBND ngày 08/8/2025 của tỉnh;")
    #expect(alone.map(\.number.full) == ["192/KH-UBND"])
    #expect((alone.first?.mentions.first?.confidence ?? 1) < 0.6)
    let both = references(
      "Căn cứ Kế hoạch số 192/KH-UBND ngày 08/8/2025 của tỉnh;\nCăn cứ Kế hoạch số l92/KH-UBND của tỉnh;")
    #expect(both.map(\.number.full) == ["192/KH-UBND"])
    #expect(both.first?.mentions.count == 2)
  }

  @Test("sound codes stay as they are")
  func soundCodes() {
    for full in [
      "12/HD-SNV", "57-NQ/TW", "05/2026/TT-BNV", "202/2025/QH15", "351/2017/UBTVQH14", "15/DA-UBND",
    ] {
      #expect(references("Căn cứ văn bản số \(full) của tỉnh;").map(\.number.full) == [full])
    }
  }

  @Test(
    "laws by their titles",
    arguments: [
      (
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "Luật Tổ chức chính quyền địa phương",
        nil
      ),
      (
        "Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025",
        "Luật Ban hành văn bản quy phạm pháp luật", nil
      ),
      ("Luật Phòng, chống tham nhũng năm 2018", "Luật Phòng, chống tham nhũng", nil),
      ("Luật Đất đai số 31/2024/QH15", "Luật Đất đai", "31/2024/QH15"),
      ("Bộ luật Lao động ngày 20 tháng 11 năm 2019", "Bộ luật Lao động", nil),
      (
        "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019",
        "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ", nil
      ),
      ("Luật Thi đua, khen thưởng và các văn bản hướng dẫn", "Luật Thi đua, khen thưởng", nil),
      ("Luật Bảo vệ và kiểm dịch thực vật quy định", "Luật Bảo vệ và kiểm dịch thực vật", nil),
    ] as [(String, String, String?)])
  func laws(_ mention: String, _ title: String, _ full: String?) {
    let found = references("Căn cứ \(mention);")
    #expect(found.map(\.title) == [title])
    #expect(found.first?.number.full == full)
    #expect(found.first?.role == .basis)
  }

  @Test(
    "what names the document itself, or no document, is no reference",
    arguments: [
      "- Kế hoạch này có hiệu lực kể từ ngày ký.", "- Làm theo Kế hoạch số 12/KH-SNV.",
      "- Theo Mẫu số 01/TNDN-B.",
      "- Liên hệ số 15/4A đường Hoa.", "- Tiêu chuẩn TCVN 6909:2001.", "- Luật này được thông qua.",
      "- Trong năm 2026 có 12 kế hoạch.",
    ])
  func noReferences(_ body: String) {
    #expect(references("I. NỘI DUNG\n" + body).isEmpty)
  }

  @Test("an annex names its own document, also where the number is blank")
  func annexHeader() {
    let text = "\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 45/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)\nHoa cúc"
    let record = reading.plan(number: "Số:      /KH-SNV", closing: "Nơi nhận:\n- Lưu: VT." + text).record
    #expect(record.number?.value?.number == nil)
    #expect(record.references.isEmpty)
  }

  @Test("two acts of one number and kind are told apart by year and issuer")
  func sameNumber() {
    let found = references(
      """
      Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;
      Căn cứ Nghị định số 30/2018/NĐ-CP ngày 07 tháng 3 năm 2018 của Chính phủ;

      - Làm theo Nghị định 30/2020 và Nghị định số 30/2018.
      """)
    #expect(found.map(\.number.full) == ["30/2020/NĐ-CP", "30/2018/NĐ-CP"])
    #expect(found.map(\.mentions.count) == [2, 2])
  }
}
