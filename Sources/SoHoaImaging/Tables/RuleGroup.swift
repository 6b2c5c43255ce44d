import SoHoaModel

/// Rules that touch one another: the frame of a table, or of something else.
struct RuleGroup {
  private(set) var across: [Rule] = []
  private(set) var down: [Rule] = []

  /// - Parameter reach: how far apart two rules may end that meet on the paper.
  static func groups(_ rules: [Rule], reach: Int) -> [RuleGroup] {
    let level = rules.filter { $0.direction == .across }
    let upright = rules.filter { $0.direction == .down }
    var sets = DisjointSets(count: level.count + upright.count)
    for (i, rule) in level.enumerated() {
      for (j, other) in upright.enumerated() where rule.meets(other, reach: reach) {
        sets.join(i, level.count + j)
      }
      for (k, other) in level.enumerated() where k > i && rule.isBeside(other, reach: reach) {
        sets.join(i, k)
      }
    }
    var groups: [Int: RuleGroup] = [:]
    for (i, rule) in level.enumerated() { groups[sets.root(i), default: RuleGroup()].across.append(rule) }
    for (j, rule) in upright.enumerated() {
      groups[sets.root(level.count + j), default: RuleGroup()].down.append(rule)
    }
    return groups.values.filter { $0.across.count >= 2 && !$0.down.isEmpty }
      .sorted { $0.across[0].place < $1.across[0].place }
  }
}

extension Rule {
  fileprivate func meets(_ other: Rule, reach: Int) -> Bool {
    place >= other.start - reach && place <= other.end + reach && other.place >= start - reach
      && other.place <= end + reach
  }
}

extension Rule {
  /// Both end at the same places, one or two lines of text apart: a row without sides.
  fileprivate func isBeside(_ other: Rule, reach: Int) -> Bool {
    abs(start - other.start) <= reach && abs(end - other.end) <= reach
      && abs(place - other.place) <= Self.rowHeight * reach
  }

  /// In heights of letters.
  private static let rowHeight = 5
}

/// Which elements belong together.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  func root(_ element: Int) -> Int {
    var element = element
    while parent[element] != element { element = parent[element] }
    return element
  }

  /// The smaller root stands for both.
  mutating func join(_ first: Int, _ second: Int) {
    let (first, second) = (root(first), root(second))
    parent[max(first, second)] = min(first, second)
  }
}
