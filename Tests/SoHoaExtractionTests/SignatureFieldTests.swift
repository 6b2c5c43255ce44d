import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Signatures and recipients as offices write and scanners damage them.
@Suite struct SignatureFieldTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func signers(_ closing: String) -> [Signer] {
    reading.plan(body: "I. VIỆC\n- Làm xong./.", closing: closing).record.signers
  }

  @Test(
    "reads the name behind rank and degree, of all peoples, in capitals, with scraps behind",
    arguments: [
      ("Thượng tá Trần Văn Thử", "Trần Văn Thử"),
      ("PGS.TS. Phạm Thị Uyên", "Phạm Thị Uyên"),
      ("BS.CKII. Hoàng Xuân Đài", "Hoàng Xuân Đài"),
      ("H'Vi ÊBan", "H'Vi ÊBan"),
      ("Y Thanh Hà Niê Kđăm", "Y Thanh Hà Niê Kđăm"),
      ("Giàng A Páo", "Giàng A Páo"),
      ("K'Brơi Cil", "K'Brơi Cil"),
      ("NGUYỄN VĂN AN", "NGUYỄN VĂN AN"),
      ("Phạm Thị Bích Định ¬ ˆ i", "Phạm Thị Bích Định"),
      ("GVP.(35) Nguyễn Thị Kim Thảo ¬ ˆ i", "Nguyễn Thị Kim Thảo"),
    ])
  func name(_ line: String, _ name: String) {
    let signers = signers("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n" + line)
    #expect(signers.map(\.name?.value) == [name])
    #expect(signers.first?.position?.value == "GIÁM ĐỐC")
  }

  @Test(
    "reads chains of authority of the state and the Party",
    arguments: [
      ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", 2, "PHÓ CHÁNH VĂN PHÒNG"),
      ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", 2, "PHÓ CHỦ TỊCH"),
      ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", 1, "PHÓ BÍ THƯ"),
      ("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", 1, "CHÁNH VĂN PHÒNG"),
      ("K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", 1, "PHÓ CHÁNH VĂN PHÒNG"),
      ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC _ˆ_", 1, "PHÓ GIÁM ĐỐC"),
    ])
  func chain(_ lines: String, _ marks: Int, _ position: String) {
    let signers = signers("Nơi nhận:\n- Lưu: VT.\n\n\(lines)\nTrần Văn Thử")
    #expect(signers.count == 1)
    #expect(signers.first?.authority.count == marks)
    #expect(signers.first?.position?.value == position)
  }

  @Test("a mark of authority with a damaged stop is read as the form has it; the text stays")
  func damagedStop() {
    let signer = signers("Nơi nhận:\n- Lưu: VT.\n\nKT, CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Thử").first
    #expect(signer?.authority.map(\.value) == ["KT. CHỦ TỊCH"])
    #expect(signer?.authority.map(\.text) == ["KT, CHỦ TỊCH"])
  }

  @Test("a deputy under a position whose mark was lost is the signer; the mark is not made up")
  func lostMark() {
    let signer = signers("Nơi nhận:\n- Lưu: VT.\n\nBỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Văn Thử").first
    #expect(signer?.position?.value == "THỨ TRƯỞNG")
    #expect(signer?.authority.map(\.value) == ["BỘ TRƯỞNG"])
  }

  @Test("two sign side by side under marks of authority, each under a body and a position of its own")
  func columns() {
    let signers = signers(
      """
      KT. CHÁNH ÁN              KT. BỘ TRƯỞNG
      TÒA ÁN NHÂN DÂN TỐI CAO   BỘ TƯ PHÁP
      PHÓ CHÁNH ÁN              THỨ TRƯỞNG

      Trần Văn Thử              Lê Thị Mẫu
      """)
    #expect(signers.map(\.name?.value) == ["Trần Văn Thử", "Lê Thị Mẫu"])
    #expect(signers.map(\.position?.value) == ["PHÓ CHÁNH ÁN", "THỨ TRƯỞNG"])
    #expect(
      signers.map { $0.authority.map(\.value) } == [
        ["KT. CHÁNH ÁN TÒA ÁN NHÂN DÂN TỐI CAO"], ["KT. BỘ TRƯỞNG BỘ TƯ PHÁP"],
      ])
  }

  @Test(
    "two sign side by side on one line",
    arguments: [
      "THƯ KÝ CHỦ TOẠ\nCao Thị Kim Khiêm Võ Thế Ngà",
      "THƯ KÝ                 CHỦ TỌA\nCao Thị Kim Khiêm      Võ Thế Ngà",
    ])
  func sideBySide(_ closing: String) {
    let signers = signers(closing)
    #expect(signers.map(\.position?.value) == ["THƯ KÝ", "CHỦ TỌA"])
    #expect(signers.map(\.name?.value) == ["Cao Thị Kim Khiêm", "Võ Thế Ngà"])
  }

  @Test("a name with a mark that makes no known surname is kept, and the other proposed")
  func proposed() throws {
    let extraction = reading.plan(
      body: "I. VIỆC\n- Làm xong./.", closing: "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\nĐịnh Trọng Khiêm")
    let name = try #require(extraction.record.signers.first?.name)
    #expect(name.value == "Định Trọng Khiêm")
    #expect(name.alternatives.contains("Đinh Trọng Khiêm"))
    #expect(name.confidence < 0.8)
    #expect(extraction.findings.contains { $0.code == "signer.name" })
  }

  @Test("the line of a recipient and the signature's column are told apart")
  func interleaved() {
    let record = reading.plan(
      body: "I. VIỆC\n- Làm xong./.",
      closing: """
        Nơi nhận: TM. ỦY BAN NHÂN DÂN
        - Lãnh đạo Sở; CHỦ TỊCH
        - Như Điều 3; KT. CHỦ TỊCH
        - UBND tỉnh (để b/c); PHÓ CHỦ TỊCH
        - Lưu: VT, VP (05b). PGS.TS. Phạm Thị Uyên
        """
    ).record
    #expect(record.recipients.map(\.party.value) == ["Lãnh đạo Sở", "Như Điều 3", "UBND tỉnh"])
    #expect(record.archive?.codes == ["VT", "VP"])
    #expect(record.archive?.copies == 5)
    #expect(record.signers.last?.name?.value == "Phạm Thị Uyên")
  }

  @Test(
    "what recipients get it for comes back from its letters",
    arguments: [("để th", "để t/h"), ("đế b/c", "để b/c"), ("để thực hiện", "để thực hiện")])
  func purposes(_ printed: String, _ purpose: String) {
    let record = reading.plan(
      closing: "Nơi nhận:\n- Các phòng thuộc Sở (\(printed));\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Thử"
    ).record
    #expect(record.recipients.map(\.purpose) == [purpose])
    #expect(record.recipients.first?.party.observed.contains(printed) == true)
  }

  @Test("Party recipients end in commas; the drafter's mark is apart")
  func party() {
    let record = reading.plan(
      closing: """
        Nơi nhận:
        - Các đồng chí Tỉnh uỷ viên,
        - Ban Thường vụ Thành uỷ (để b/c), `.
        ˆ i
        - Lưu Văn phòng Đảng uỷ.
        PL.(300)

        T/M BAN THƯỜNG VỤ
        BÍ THƯ
        Trần Văn Thử
        """
    ).record
    #expect(record.recipients.map(\.party.value) == ["Các đồng chí Tỉnh uỷ viên", "Ban Thường vụ Thành uỷ"])
    #expect(record.archive?.codes == ["Văn phòng Đảng uỷ"])
    #expect(record.drafter?.value == "PL.(300)")
  }

  @Test("recipients of an article that is not there are a finding")
  func article() {
    let body = "Điều 1. Làm xong.\nĐiều 2. Làm tiếp./."
    func codes(_ number: Int) -> [String] {
      let closing = "Nơi nhận:\n- Như Điều \(number);\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Thử"
      return reading.plan(body: body, closing: closing).findings.map(\.code)
    }
    #expect(codes(5).contains("recipients.article"))
    #expect(!codes(2).contains("recipients.article"))
  }
}
