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

  @Test("one endless line", .timeLimit(.minutes(10)))
  func endlessLine() {
    let line = Array(repeating: "CỘNG HÒA ngày tháng năm 1. I. Số: 5/KH-", count: 5_000).joined(
      separator: " ")
    #expect(parser.run(textPages(line)).pages == [1])
  }

  @Test("one endless line in the closing is none of it", .timeLimit(.minutes(10)))
  func endlessClosingLine() {
    let line = Array(repeating: "Để khắc phục, UBND tỉnh yêu cầu:", count: 12_000).joined(separator: " ")
    let text = "KẾ HOẠCH\nThử\n\nMột hai ba.\n\nNơi nhận:\n- Bảy;\n\(line)\nGIÁM ĐỐC\n\nLê Văn Thử"
    let structure = parser.run(textPages(text))
    #expect(structure.cells.filter { $0.kind == .rubble }.contains { $0.words.count > 80_000 })
    #expect(structure.cells.contains { $0.kind == .authority && $0.text.hasPrefix("GIÁM ĐỐC") })
  }

  @Test("thousands of labels", .timeLimit(.minutes(10)))
  func manyLabels() {
    let lines = (1...5_000).map { "\($0 % 7 + 1). Mục \($0)" }.joined(separator: "\n")
    #expect(!parser.run(textPages(lines)).body.isEmpty)
  }

  @Test("dispatches with letters, words and lines changed at random", arguments: 0..<60)
  func mutated(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let texts = try Self.fixtures()
    var text = texts.randomElement(using: &random)! + "\u{c}" + texts.randomElement(using: &random)!
    for _ in 0..<Int.random(in: 1...400, using: &random) { Self.mutate(&text, &random) }
    let pages = textPages(text)
    let documents = try DocumentSplitter(dictionaries: dictionaries).split(pages)
    #expect(documents.flatMap(\.numbers) == pages.map(\.number))
    for document in documents {
      let structure = parser.run(document)
      let used = structure.cells.flatMap(\.words) + structure.body.flatMap(Self.words)
      #expect(Set(used).count == used.count)
    }
  }

  @Test("numbers in any order, as many as there are lines", .timeLimit(.minutes(10)))
  func randomLabels() {
    var random = SplitMix(seed: 7)
    let labels = [
      "I.", "II.", "l.", "1.", "2.", "1.1.", "1.2.1.", "a)", "d)", "A.", "1)", "(1)", "Điều 3.", "Chương II",
    ]
    let lines = (0..<20_000).map { "\(labels.randomElement(using: &random)!) Việc \($0)." }
    #expect(!parser.run(textPages(lines.joined(separator: "\n"))).body.isEmpty)
  }

  private static func fixtures() throws -> [String] {
    let folder = dictionaries.url.deletingLastPathComponent().appendingPathComponent("fixtures/text")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }

  private static func mutate(_ text: inout String, _ random: inout SplitMix) {
    var lines = text.components(separatedBy: "\n")
    let index = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines.randomElement(using: &random)!, at: index)
    case 2: lines[index] = pieces.randomElement(using: &random)! + " " + lines[index]
    case 3: lines[index] = String(lines[index].shuffled(using: &random))
    case 4: lines[index] += "\u{c}"
    default: lines[index] = lines[index].replacingOccurrences(of: "1", with: "l")
    }
    text = lines.isEmpty ? " " : lines.joined(separator: "\n")
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
