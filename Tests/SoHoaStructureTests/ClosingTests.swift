import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct ClosingTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  private static let opening = "KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n- Làm cho xong việc này./.\n\n"

  @Test("parts recipients and signature that share lines")
  func merged() {
    let structure = parser.run(
      textPages(
        Self.opening
          + """
          Nơi nhận: KT. GIÁM ĐỐC
          - Như trên; PHÓ GIÁM ĐỐC
          - Các phòng thuộc Sở (để t/h);
          - Lưu: VT, VP. Trần Văn Thử
          """))
    #expect(structure.cell(.authority)?.lines.map(\.text) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
    #expect(structure.cell(.signerName)?.text == "Trần Văn Thử")
    #expect(
      structure.cell(.recipients)?.lines.map(\.text) == [
        "Nơi nhận:", "- Như trên;", "- Các phòng thuộc Sở (để t/h);", "- Lưu: VT, VP.",
      ])
  }

  @Test("takes a signature that was read before the recipients")
  func signatureFirst() {
    let structure = parser.run(
      textPages(
        Self.opening
          + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Thử\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."))
    #expect(structure.cell(.authority)?.lines.map(\.text) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])
    #expect(structure.cell(.signerName)?.text == "Trần Văn Thử")
    #expect(structure.body.flatMap(\.children).count == 1)
  }

  @Test("parts columns by their gap")
  func columns() {
    let lines = """
      KẾ HOẠCH
          Làm cho xong việc này và các việc khác của tỉnh Hoa Giang trong năm nay./.

      Nơi nhận:                                   KT. CHỦ TỊCH
      - Như trên;                                PHÓ CHỦ TỊCH
      - Các sở, ban, ngành
      của tỉnh;
      - Lưu: VT.
                                                 Trần Văn Thử
      """
    let structure = parser.run([scannedPage(lines)])
    #expect(structure.cell(.authority)?.text == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
    #expect(structure.cell(.signerName)?.text == "Trần Văn Thử")
    #expect(
      structure.cell(.recipients)?.text == "Nơi nhận: - Như trên; - Các sở, ban, ngành của tỉnh; - Lưu: VT.")
  }

  @Test("an annex behind the signature is a part of its own")
  func annex() {
    let structure = parser.run(
      textPages(
        Self.opening
          + """
          Nơi nhận:
          - Lưu: VT.

          GIÁM ĐỐC
          Trần Văn Thử
          \u{c}Phụ lục I
          DANH MỤC HỒ SƠ
          1. Hồ sơ thứ nhất.
          2. Hồ sơ thứ hai.
          """))
    let annex = structure.body.last
    #expect(annex?.kind == .annex)
    #expect(annex?.label == "Phụ lục I")
    #expect(annex?.title?.text == "DANH MỤC HỒ SƠ")
    #expect(annex?.children.map(\.label) == ["1.", "2."])
    #expect(structure.cell(.signerName)?.text == "Trần Văn Thử")
  }
}
