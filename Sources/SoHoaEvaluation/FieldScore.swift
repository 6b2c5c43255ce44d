/// Precision and recall of one field over one or many documents.
public struct FieldScore: Hashable, Codable, Sendable {
  /// Values that are right.
  public var right: Int
  /// Values in the result that are not in the truth.
  public var wrong: Int
  /// Values in the truth that the result lacks.
  public var missed: Int

  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  public var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
  public var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  public static func + (left: Self, right: Self) -> Self {
    Self(right: left.right + right.right, wrong: left.wrong + right.wrong, missed: left.missed + right.missed)
  }
}

/// A field's score and what was wrong, for the reader of a report.
public struct FieldComparison: Hashable, Codable, Sendable {
  public var score: FieldScore
  /// Values in the truth that the result lacks, and values that it has instead.
  public var missed: [String]
  public var wrong: [String]
}

extension FactSheet {
  /// Compares a result with this truth, field by field. Each value of the truth takes at most one value of
  /// the result.
  public func compare(with result: FactSheet) -> [String: FieldComparison] {
    fields.reduce(into: [:]) { comparisons, field in
      comparisons[field.key] = compare(field.value, result.fields[field.key] ?? [], field: field.key)
    }
  }

  private func compare(_ truth: [Fact], _ result: [Fact], field: String) -> FieldComparison {
    var rest = result
    var right = 0
    var missed: [String] = []
    for fact in truth {
      if let index = rest.firstIndex(where: { Self.agree(fact, $0) }) {
        rest.remove(at: index)
        right += 1
      } else if !fact.isOptional {
        missed.append(fact.accepted[0])
      }
    }
    let wrong = incomplete.contains(field) ? [] : rest.filter { !$0.isOptional }.flatMap(\.accepted)
    return FieldComparison(
      score: FieldScore(right: right, wrong: wrong.count, missed: missed.count), missed: missed, wrong: wrong)
  }

  private static func agree(_ truth: Fact, _ result: Fact) -> Bool {
    truth.accepted.contains { right in result.accepted.contains { agree(right, $0) } }
  }

  /// Case, tone placement, white space and punctuation at the ends do not count. A heading of the truth
  /// without a title agrees with any heading of that label.
  private static func agree(_ truth: String, _ result: String) -> Bool {
    if truth.hasSuffix("| ") {
      return comparable(truth) == comparable(String(result.prefix { $0 != "|" }) + "|")
    }
    return comparable(truth) == comparable(result)
  }

  private static func comparable(_ text: String) -> String {
    let normal = Comparison.exact.normalise(text).lowercased()
    let parts = normal.split(separator: "|", omittingEmptySubsequences: false)
    return parts.map { part in
      String(part.trimming { $0.isWhitespace || ".:;,()/*_".contains($0) })
    }.joined(separator: "|")
  }
}

extension Substring {
  fileprivate func trimming(_ isEdge: (Character) -> Bool) -> Substring {
    guard let first = firstIndex(where: { !isEdge($0) }), let last = lastIndex(where: { !isEdge($0) })
    else { return "" }
    return self[first...last]
  }
}
