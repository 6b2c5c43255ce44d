import SoHoaModel
import Testing

@testable import SoHoaImaging

/// Grids of drawn rules; a letter is 20 pixels.
@Suite struct TableGridTests {
  private func across(_ y: Int, _ ranges: Range<Int>...) -> [Rule] {
    Rule.join(
      ranges.map { BoundingBox(left: $0.lowerBound, top: y - 1, right: $0.upperBound, bottom: y + 1) },
      .across,
      gap: 60, offset: 7)
  }

  private func down(_ x: Int, _ ranges: Range<Int>...) -> [Rule] {
    Rule.join(
      ranges.map { BoundingBox(left: x - 1, top: $0.lowerBound, right: x + 1, bottom: $0.upperBound) }, .down,
      gap: 40, offset: 7)
  }

  private func cells(_ rules: [Rule]) -> [[Int]] {
    let groups = RuleGroup.groups(rules, reach: 20)
    guard groups.count == 1 else { return [] }
    return TableGrid(groups[0], letter: 20).cells().map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
  }

  private var frame: [Rule] {
    across(100, 100..<900) + across(300, 100..<900) + down(100, 100..<300) + down(900, 100..<300)
  }

  @Test("a frame is one cell")
  func one() { #expect(cells(frame) == [[0, 0, 1, 1]]) }

  @Test("rules that stop short make spanning cells")
  func spans() {
    let rules = frame + across(200, 500..<900) + down(500, 100..<300) + down(700, 200..<300)
    #expect(cells(rules) == [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1]])
  }

  @Test("a rule may be broken, and slant a little")
  func broken() {
    let slanted = Rule.join(
      (0..<10).map {
        BoundingBox(left: 100 + 80 * $0, top: 198 + $0, right: 150 + 80 * $0, bottom: 200 + $0)
      },
      .across, gap: 60, offset: 7)
    #expect(slanted.count == 1)
    let rules = frame + slanted + down(500, 100..<150, 170..<210, 240..<300)
    #expect(cells(rules) == [[0, 0, 1, 1], [0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1]])
  }

  @Test("borders that are not drawn are supplied")
  func open() {
    let rules =
      across(100, 100..<900) + across(200, 100..<900) + across(300, 100..<900) + down(500, 100..<300)
    #expect(cells(rules).count == 4)
  }

  @Test("the stem of a letter is no rule")
  func stem() { #expect(cells(frame + across(200, 100..<900) + down(400, 120..<165)).count == 2) }

  @Test("rules that do not touch are no group")
  func apart() {
    #expect(
      RuleGroup.groups(across(100, 100..<900) + across(600, 100..<900) + down(500, 200..<400), reach: 20)
        .isEmpty)
  }
}
