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
  /// How right the result's values were by their confidence.
  public var calibration = Calibration()

  static func + (left: Self, right: Self) -> Self {
    Self(
      score: left.score + right.score, missed: left.missed + right.missed, wrong: left.wrong + right.wrong,
      calibration: left.calibration + right.calibration)
  }
}

extension FactSheet {
  /// Compares a result with this truth, field by field. Each value of the truth takes at most one value of
  /// the result.
  public func compare(with result: FactSheet) -> [String: FieldComparison] {
    fields.reduce(into: [:]) { comparisons, field in
      comparisons[field.key] = compare(field.value, result.fields[field.key] ?? [], field: field.key)
    }
  }

  /// Document by document; a document that the result lacks is missed whole.
  static func compare(_ truths: [FactSheet], with results: [FactSheet]) -> [String: FieldComparison] {
    truths.enumerated().reduce(into: [:]) { sums, truth in
      let result =
        truth.offset < results.count ? results[truth.offset] : FactSheet(fields: [:], incomplete: [])
      sums.merge(truth.element.compare(with: result), uniquingKeysWith: +)
    }
  }

  private func compare(_ truth: [Fact], _ result: [Fact], field: String) -> FieldComparison {
    var rest = result.map { ($0, $0.accepted.map(Self.comparable)) }
    var comparison = FieldComparison(score: FieldScore(), missed: [], wrong: [])
    for fact in truth {
      let accepted = Set(fact.accepted.map(Self.comparable))
      if let index = rest.firstIndex(where: { Self.agree(accepted, $0.1) }) {
        comparison.calibration.count(rest.remove(at: index).0, isRight: true)
        comparison.score.right += 1
      } else if !fact.isOptional {
        comparison.missed.append(fact.accepted[0])
      }
    }
    if !incomplete.contains(field) {
      for (fact, _) in rest where !fact.isOptional { comparison.count(wrong: fact) }
    }
    comparison.score.missed = comparison.missed.count
    comparison.score.wrong = comparison.wrong.count
    return comparison
  }

  /// A heading of the truth without a title (`1|`) agrees with any heading of that label.
  private static func agree(_ truth: Set<String>, _ result: [String]) -> Bool {
    result.contains { reading in
      truth.contains(reading) || truth.contains(String(reading.prefix { $0 != "|" }) + "|")
    }
  }

  /// Case, tone placement, white space and punctuation at the ends do not count.
  private static func comparable(_ text: String) -> String {
    let normal = Comparison.exact.normalise(text).lowercased()
    let parts = normal.split(separator: "|", omittingEmptySubsequences: false)
    return parts.map { part in
      String(part.trimming { $0.isWhitespace || ".:;,()/*_".contains($0) })
    }.joined(separator: "|")
  }
}

extension FieldComparison {
  fileprivate mutating func count(wrong fact: FactSheet.Fact) {
    wrong += fact.accepted
    calibration.count(fact, isRight: false)
    if let confidence = fact.confidence, confidence > Calibration.sure {
      calibration.surelyWrong += fact.accepted
    }
  }
}

extension Substring {
  fileprivate func trimming(_ isEdge: (Character) -> Bool) -> Substring {
    guard let first = firstIndex(where: { !isEdge($0) }), let last = lastIndex(where: { !isEdge($0) })
    else { return "" }
    return self[first...last]
  }
}
