import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct ClosingFieldTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  @Test("reads recipients with their purpose, and the archive line")
  func recipients() {
    let record = reading.plan(
      closing: """
        Nơi nhận:
        - Như trên;
        - Ủy ban nhân dân tỉnh (để b/c);
        - Các phòng thuộc Sở
        (để thực hiện);
        - Lưu: VT, VP (05b).
        """
    ).record
    #expect(
      record.recipients.map(\.party.value) == ["Như trên", "Ủy ban nhân dân tỉnh", "Các phòng thuộc Sở"])
    #expect(record.recipients.map(\.purpose) == [nil, "để b/c", "để thực hiện"])
    #expect(record.recipients[1].party.text == "Ủy ban nhân dân tỉnh (để b/c)")
    #expect(record.archive?.codes == ["VT", "VP"])
    #expect(record.archive?.copies == 5)
  }

  @Test(
    "reads authority, position and name",
    arguments: [
      ("GIÁM ĐỐC\n\nTrần Văn Thử", [], "GIÁM ĐỐC", "Trần Văn Thử"),
      ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Văn Thử", ["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "Trần Văn Thử"),
      (
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Thử",
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH", "Trần Văn Thử"
      ),
      ("T/M BAN CHẤP HÀNH\nBÍ THƯ\nTrần Văn Thử", ["T/M BAN CHẤP HÀNH"], "BÍ THƯ", "Trần Văn Thử"),
      ("Q. GIÁM ĐỐC\nTrần Văn Thử", [], "Q. GIÁM ĐỐC", "Trần Văn Thử"),
      (
        "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nKẾ HOẠCH - KỸ THUẬT\nTrần Văn Thử", ["TUQ. GIÁM ĐỐC"],
        "TRƯỞNG PHÒNG KẾ HOẠCH - KỸ THUẬT", "Trần Văn Thử"
      ),
      ("GIÁM ĐỐC\nTS. Trần Văn Thử", [], "GIÁM ĐỐC", "Trần Văn Thử"),
      ("GIÁM ĐỐC\nĐại tá Trần Văn Thử", [], "GIÁM ĐỐC", "Trần Văn Thử"),
      ("KT. GIAM ĐỐC\nPHÓ GIAM ĐỐC\nTrần Văn Thử", ["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "Trần Văn Thử"),
    ])
  func signer(_ lines: String, _ authority: [String], _ position: String, _ name: String) {
    let signers = reading.plan(closing: "Nơi nhận:\n- Lưu: VT.\n\n" + lines).record.signers
    #expect(signers.count == 1)
    #expect(signers.first?.authority.map(\.value) == authority)
    #expect(signers.first?.position?.value == position)
    #expect(signers.first?.name?.value == name)
  }

  @Test("two sign the minutes")
  func twoSigners() {
    let signers = reading.plan(
      closing: "THƯ KÝ\nTrần Thị Mẫu\n\nCHỦ TỌA\nLê Văn Thử\n\nNơi nhận:\n- Lưu: VT."
    ).record.signers
    #expect(signers.map(\.position?.value) == ["THƯ KÝ", "CHỦ TỌA"])
    #expect(signers.map(\.name?.value) == ["Trần Thị Mẫu", "Lê Văn Thử"])
  }

  @Test("codes and names are read as observed, whatever restoration made of them")
  func observedWins() {
    var pages = textPages(
      "KẾ HOẠCH\nTrồng hoa\n\n- Làm xong./.\n\nNơi nhận:\n- Lưu: VT, KTN.\n\nGIÁM ĐỐC\nLò Văn Pản")
    for block in pages[0].blocks.indices {
      for line in pages[0].blocks[block].lines.indices {
        for word in pages[0].blocks[block].lines[line].words.indices {
          let changes = ["KTN.": "KEN.", "Pản": "Bản"]
          guard let text = changes[pages[0].blocks[block].lines[line].words[word].text] else { continue }
          pages[0].blocks[block].lines[line].words[word].revise(Reading(text, "restore/channel"))
        }
      }
    }
    let record = reading.read(pages).record
    #expect(record.archive?.codes == ["VT", "KTN"])
    #expect(record.signers.first?.name?.value == "Lò Văn Pản")
  }

  @Test("every field says where it was read")
  func provenance() throws {
    let record = reading.plan(closing: "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\nTrần Văn Thử").record
    let number = try #require(record.number)
    #expect(number.observed == "Số: 12/KH-SNV")
    #expect(number.words.count == 2)
    #expect(number.page == 1)
    #expect(number.rule == "number/grammar")
    #expect((0.9...1).contains(number.confidence))
  }
}

extension Reading {
  fileprivate init(_ text: String, _ stage: String) { self.init(text: text, confidence: 0.8, stage: stage) }
}
