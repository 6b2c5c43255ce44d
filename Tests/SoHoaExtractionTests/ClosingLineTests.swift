import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

/// Closings whose columns were read as one line.
@Suite struct ClosingLineTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func record(_ closing: String) -> Record {
    reading.plan(body: "I. VIỆC\n- Làm xong./.", closing: closing).record
  }

  @Test(
    "codes of the archive line end where the signer begins",
    arguments: [
      ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, NC. ThS. Trần Văn Thử", ["VT", "NC"]),
      ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, NC. Đại tá Trần Văn Thử", ["VT", "NC"]),
      ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, NC (20b). PGS.TS. Trần Văn Thử", ["VT", "NC"]),
      ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n_ Lưu: VT, KT. Trần Văn Thử", ["VT", "KT"]),
      ("Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, KT.nga106\nTrần Văn Thử", ["VT", "KT"]),
    ])
  func archive(_ closing: String, _ codes: [String]) {
    let record = record(closing)
    #expect(record.archive?.codes == codes)
    #expect(record.signers.map(\.name?.value) == ["Trần Văn Thử"])
    #expect(record.recipients.map(\.party.value) == ["Như trên"])
  }

  @Test("a code before a position stays with the archive")
  func codeBeforePosition() {
    let record = record("Nơi nhận: KT. GIÁM ĐỐC\n- Như trên;\n- Lưu: VT, NC. PHÓ GIÁM ĐỐC\nTrần Văn Thử")
    #expect(record.archive?.codes == ["VT", "NC"])
    #expect(record.signers.first?.position?.value == "PHÓ GIÁM ĐỐC")
  }

  @Test(
    "columns that were glued are parted",
    arguments: [
      "Nơi nhận:TM. ỦY BAN NHÂN DÂN\n- Như trên; CHỦ TỊCH",
      "Nơi nhận: TM.ỦY BAN NHÂN DÂN\n- Như trên; CHỦ TỊCH",
      "Nơi nhận: \n- Như trên;TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
      "Nơi nhận:- Như trên;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    ])
  func glued(_ closing: String) {
    let record = record(closing + "\nTrần Văn Thử")
    #expect(record.recipients.map(\.party.value) == ["Như trên"])
    #expect(record.signers.first?.authority.map(\.value) == ["TM. ỦY BAN NHÂN DÂN"])
    #expect(record.signers.first?.position?.value == "CHỦ TỊCH")
    #expect(record.signers.first?.name?.value == "Trần Văn Thử")
  }

  @Test(
    "notes and scraps beside a line are no part of it", arguments: ["(Đã ký)", "(Ký, đóng dấu)", "(đã ký)"])
  func notes(_ note: String) {
    let record = record(
      "Nơi nhận: KT. GIÁM ĐỐC Z⁄ C\n- Như trên; PHÓ GIÁM ĐỐC\n- Lãnh đạo Sở; \(note)\n- Lưu: VT.\nTrần Văn Thử ý ` ~ í"
    )
    #expect(record.recipients.map(\.party.value) == ["Như trên", "Lãnh đạo Sở"])
    #expect(record.signers.first?.authority.map(\.value) == ["KT. GIÁM ĐỐC"])
    #expect(record.signers.map(\.name?.value) == ["Trần Văn Thử"])
  }

  @Test(
    "as many sign side by side as there are positions",
    arguments: [
      (
        "CHỦ TRÌ THƯ KÝ\nCao Đình Diệp Lương Trọng Sương", ["CHỦ TRÌ", "THƯ KÝ"],
        ["Cao Đình Diệp", "Lương Trọng Sương"]
      ),
      (
        "THƯ KÝ CHỦ TRÌ ĐẠI DIỆN HỘ GIA ĐÌNH\n(Ký, ghi rõ họ tên) (Ký, ghi rõ họ tên) (Ký, ghi rõ họ tên)\nCao Đình Diệp Y Blơm Niê K'Brễu",
        ["THƯ KÝ", "CHỦ TRÌ", "ĐẠI DIỆN HỘ GIA ĐÌNH"], ["Cao Đình Diệp", "Y Blơm Niê", "K'Brễu"]
      ),
      (
        "ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B\nCao Đình Diệp Lương Trọng Sương",
        ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"],
        ["Cao Đình Diệp", "Lương Trọng Sương"]
      ),
    ])
  func sideBySide(_ closing: String, _ positions: [String], _ names: [String]) {
    let signers = record(closing).signers
    #expect(signers.map(\.position?.value) == positions)
    #expect(signers.map(\.name?.value) == names)
  }

  @Test("a sentence that begins with a numeral word is no name")
  func articleIsNoName() {
    let text = """
      ỦY BAN NHÂN DÂN TỈNH HOA GIANG
      Số: 15/QĐ-UBND

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Hoa Giang, ngày 05 tháng 3 năm 2026

      QUYẾT ĐỊNH
      Về việc giao nhiệm vụ
      CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
      QUYẾT ĐỊNH:
      Điều 1. Năm
      Điều 2. Sáu
      Điều 3. Bảy
      """
    let record = reading.read(text).record
    #expect(record.signers.allSatisfy { $0.name == nil })
  }

  @Test(
    "drafter and purposes are read as they were observed",
    arguments: [("DV.14b", "IV.14b"), ("HV.(12)", "IV.(12)")])
  func observed(_ mark: String, _ restored: String) {
    var page = textPages(
      "KẾ HOẠCH\nTrồng hoa\n\n- Làm xong./.\n\nNơi nhận:\n- Sở Tài chính (dé p/h);\n- Lưu: VT.\n\(mark)\n\nGIÁM ĐỐC\nTrần Văn Thử"
    )[0]
    let changes = [mark: restored, "(dé": "(do"]
    for block in page.blocks.indices {
      for line in page.blocks[block].lines.indices {
        for word in page.blocks[block].lines[line].words.indices {
          guard let text = changes[page.blocks[block].lines[line].words[word].text] else { continue }
          page.blocks[block].lines[line].words[word].revise(
            Reading(text: text, confidence: 0.9, stage: "restore"))
        }
      }
    }
    let record = reading.read([page]).record
    #expect(record.drafter?.value == mark)
    #expect(record.recipients.map(\.purpose) == ["để p/h"])
    #expect(record.recipients.map(\.party.value) == ["Sở Tài chính"])
  }
}
