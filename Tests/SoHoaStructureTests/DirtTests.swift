import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

/// Short lines that the engine hardly believed in: scraps of a seal are set apart, the end of a paragraph is not.
@Suite struct DirtTests {
  @Test(
    "a date or a sum on a line of its own stays in the text",
    arguments: [("28/02/2026.", true), ("2026.", true), ("1.500.", true), ("h7 /l", false), ("a1", false)])
  func doubtfulLine(_ line: String, _ stays: Bool) throws {
    var page = scannedPage(
      """
      1. Văn phòng xã
        - Lập dự toán chi tiết, trình Chủ tịch Ủy ban nhân dân xã phê duyệt chậm nhất ngày
      \(line)
      2. Ban Văn hóa xã
        Hướng dẫn, kiểm tra việc chỉnh lý hồ sơ của các thôn.
      """)
    for block in page.blocks.indices {
      for index in page.blocks[block].lines.indices where page.blocks[block].lines[index].text == line {
        page.blocks[block].lines[index].words = page.blocks[block].lines[index].words.map(Self.doubtful)
      }
    }
    let structure = try StructureParser(dictionaries: dictionaries).run([page])
    let rubble = structure.cells.filter { $0.kind == .rubble }.flatMap(\.lines).map(\.text)
    #expect(rubble.contains(line) != stays)
  }

  private static func doubtful(_ word: Word) -> Word {
    Word(
      id: word.id, box: word.box,
      observed: Reading(text: word.text, confidence: 0.2, stage: word.observed.stage))
  }
}
