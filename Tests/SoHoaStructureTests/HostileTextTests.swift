import Foundation
import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// Text that nobody would write must neither crash the parser nor cost more than its length.
@Suite struct HostileTextTests {
  let parser: StructureParser

  init() throws { parser = try StructureParser(dictionaries: dictionaries) }

  @Test("no word comes twice, whatever the text", arguments: 0..<40)
  func everyWordOnce(seed: UInt64) {
    let pages = textPages(Self.noise(seed: seed, lines: 60))
    let structure = parser.run(pages)
    let used = structure.cells.flatMap(\.words) + structure.body.flatMap(Self.words)
    #expect(Set(used).count == used.count)
    #expect(Set(used).isSubset(of: Set(pages.flatMap { $0.words.map(\.id) })))
  }

  @Test("no word of plain paragraphs is lost")
  func nothingLost() {
    let pages = textPages("KẾ HOẠCH\nThử\n\nMột hai ba.\n\nBốn năm sáu.\n\nNơi nhận:\n- Bảy;\n- Lưu: VT.")
    let structure = parser.run(pages)
    let used = structure.cells.flatMap(\.words) + structure.body.flatMap(Self.words)
    #expect(Set(used) == Set(pages.flatMap { $0.words.map(\.id) }))
  }

  @Test("one endless line", .timeLimit(.minutes(1)))
  func endlessLine() {
    let line = Array(repeating: "CỘNG HÒA ngày tháng năm 1. I. Số: 5/KH-", count: 5_000).joined(
      separator: " ")
    #expect(parser.run(textPages(line)).pages == [1])
  }

  @Test("thousands of labels", .timeLimit(.minutes(1)))
  func manyLabels() {
    let lines = (1...5_000).map { "\($0 % 7 + 1). Mục \($0)" }.joined(separator: "\n")
    #expect(!parser.run(textPages(lines)).body.isEmpty)
  }

  private static func words(_ node: Node) -> [ID<Word>] {
    (node.title?.words ?? []) + (node.text?.words ?? []) + node.children.flatMap(words)
  }

  private static let pieces = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:", "12/KH-SNV", "ngày", "tháng",
    "năm",
    "2026", "I.", "1.", "a)", "-", "+", "Điều 5.", "Chương II", "Nơi nhận:", "KT. GIÁM ĐỐC", "Trần Văn Thử",
    "ĐẾN", "",
    "Kính gửi:", "V/v", "KẾ HOẠCH", "Phụ lục", "(Kèm theo", "QUYẾT ĐỊNH:", "|", "l.", "Căn cứ", ";", "./.",
    "Lưu: VT",
    "Hoa Giang,", "của", "🙂", "\u{301}", "ABC/DEF-GHI", "9999999999999999999999",
  ]

  private static func noise(seed: UInt64, lines: Int) -> String {
    var random = SplitMix(seed: seed)
    return (0..<lines).map { _ in
      (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined(separator: " ") + (Int.random(in: 0..<15, using: &random) == 0 ? "\u{c}" : "")
    }.joined(separator: "\n")
  }
}
