import Testing

@testable import SoHoaVietnamese

@Suite("Damaged codes")
struct CodeRepairTests {
  @Test(
    "are proposed with what they were",
    arguments: [
      ("Số: 167 IKH-SYT", 2, "/KH-SYT"), ("Quyết định số 15/QP-TTg ngày", 3, "15/QĐ-TTg"),
      ("Nghị quyết số 52-NO/TW ngày", 3, "52-NQ/TW"), ("Nghị quyết số 52-NQlTW ngày", 3, "52-NQ/TW"),
      ("Quyết định số 9/OB-UBND ngày", 3, "9/QĐ-UBND"),
    ])
  func proposed(_ row: (String, Int, String)) throws {
    let lines = Shared.lines(row.0)
    let token = try Shared.restorer.get().restore(lines)[0][row.1]
    #expect(token.decision == .proposal)
    #expect(token.text == lines[0][row.1].text)
    #expect(token.candidates.first?.text == row.2)
    #expect((0.5...1).contains(token.candidates.first?.confidence ?? 0))
  }

  @Test(
    "abbreviations in running text as well",
    arguments: [("thay mặt HPND tỉnh báo cáo", 2, "HĐND")])
  func abbreviations(_ row: (String, Int, String)) throws {
    let lines = Shared.lines(row.0)
    let token = try Shared.restorer.get().restore(lines)[0][row.1]
    #expect(token.text == lines[0][row.1].text)
    #expect(token.candidates.first?.text == row.2)
  }

  @Test(
    "are not seen where there are none",
    arguments: ["57-NQ/TW", "2597/SKHCN-TTTT", "KT-XH", "15/QĐ-TTg", "UBND", "TP", "GD&ĐT", "Pháp", "IBM"])
  func sound(_ token: String) throws {
    let restored = try Shared.restorer.get().restore(Shared.lines("theo văn bản số \(token) của tỉnh"))[0][4]
    #expect(restored.decision == .kept)
  }

  @Test("are surer where the document writes them in full elsewhere")
  func vote() throws {
    func share(_ text: String) throws -> Double {
      let token = try Shared.restorer.get().restore(Shared.lines(text))[0][3]
      return try #require(token.candidates.first { $0.text == "15/QĐ-TTg" }).confidence
    }
    let alone = try share("Quyết định số 15/QP-TTg ngày")
    let voted = try share("Quyết định số 15/QP-TTg ngày\nQuyết định số 16/QĐ-TTg\nQuyết định số 17/QĐ-TTg")
    #expect(voted > alone)
  }
}
