import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

/// What a clerk sees in the terminal.
@Suite struct CardTests {
  @Test(
    "width in columns, however the letters are encoded",
    arguments: [
      ("Nghị quyết", 10), ("Nghị quyết".decomposedStringWithCanonicalMapping, 10), ("Đ", 1), ("", 0),
      ("公文", 4), ("a\u{200B}b", 2), ("🙂", 2),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(TerminalText.width(text) == columns)
  }

  @Test("lines are broken at spaces and never wider than asked for")
  func wraps() {
    let text = "Kế hoạch số hóa tài liệu lưu trữ lịch sử của tỉnh giai đoạn 2026-2030"
    let lines = TerminalText.wrapped(text, to: 20)
    #expect(lines.allSatisfy { TerminalText.width($0) <= 20 })
    #expect(lines.joined(separator: " ") == text)
    #expect(
      TerminalText.wrapped("Nghiêng-một-chữ-rất-dài thôi", to: 5) == ["Nghiêng-một-chữ-rất-dài", "thôi"])
    #expect(TerminalText.wrapped("", to: 20) == [""])
  }

  @Test("text from paper cannot steer the terminal")
  func steersNothing() {
    #expect(TerminalText.safe("Sở\u{1B}[2J Y tế\u{7}\u{202E}") == "Sở[2J Y tế")
    var file = SampleFile.make()
    file.documents[0].record.number?.value?.full = "16/KH\u{1B}]0;x\u{7}-SYT"
    let card = SummaryCard(file, language: .english, style: CardStyle(isColoured: false, columns: 60)).text
    #expect(!card.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("colour is put around, never into the words; plain has none")
  func colours() {
    let file = SampleFile.make()
    let plain = SummaryCard(file, language: .vietnamese).text
    let coloured = SummaryCard(file, language: .vietnamese, style: CardStyle(isColoured: true, columns: nil))
      .text
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[2mSố, ký hiệu \u{1B}[0m16/KH-SYT"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test("a task is one entry, with all who have a part in it and its deadline")
  func groupsTasks() {
    let rows = [
      Self.row(1, "Sở Y tế", .lead), Self.row(1, "Sở Nội vụ", .coordinate),
      Self.row(2, "Sở Tài chính", .implement),
    ]
    let groups = TaskGroup.groups(rows)
    #expect(groups.map(\.rows.count) == [2, 1])
    #expect(groups.map(\.mainRole) == [.lead, .implement])
    var file = SampleFile.make()
    file.documents[0].record.responsibilities = rows
    let card = SummaryCard(file, language: .vietnamese).text
    #expect(card.contains("  Sở Y tế (chủ trì); Sở Nội vụ (phối hợp): ?\n  Sở Tài chính (thực hiện): ?"))
  }

  @Test("the page of a finding is named once")
  func namesPageOnce() {
    var file = SampleFile.make()
    let message = Message(en: "page 1: skewed", vi: "trang 1: lệch")
    file.documents[0].findings = [Finding(.warning, "test", message, page: 1)]
    #expect(SummaryCard(file, language: .english).text.hasSuffix("\n  ! page 1: skewed\n"))
  }

  @Test("a long list says how much is left out")
  func limits() {
    var file = SampleFile.make()
    file.documents[0].record.responsibilities = (1...50).map { Self.row($0, "Sở Y tế", .lead) }
    #expect(SummaryCard(file, language: .english).text.contains("  … 10 more"))
    #expect(SummaryCard(file, language: .vietnamese).text.contains("  … còn 10"))
  }

  private static func row(_ task: Int, _ party: String, _ role: Responsibility.Role) -> Responsibility {
    let field = Field(
      text: party, observed: party, value: party, confidence: 0.9, page: 1, box: nil, words: [], rule: "test")
    return Responsibility(task: task, party: field, role: role, action: nil, deadline: nil)
  }
}
