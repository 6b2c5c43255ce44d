import Foundation

/// How often extracted values were right: by rule and score, to learn from, and by confidence, to judge by.
public struct FieldReliability: Sendable {
  /// Scores that are told apart: most values have the certainty of their rule, or a little less for their words.
  private static let scores = [
    0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.83, 0.85, 0.87, 0.88, 0.9, 0.92, 0.93, 0.94, 0.95, 0.96, 0.965, 0.97,
    0.975,
    0.98, 0.985, 0.99, 1,
  ]
  /// Classes of probabilities, each above its lower end.
  private static let classes = [-1, 0.4, 0.6, 0.8, 0.85, 0.89, 0.9, 0.98, 0.99, 0.995]

  private let judged: [Calibration.Judged]

  public init(_ evaluation: Evaluation) {
    judged = evaluation.files.flatMap(\.fields.values).flatMap(\.calibration.judged)
  }

  init(_ judged: [Calibration.Judged]) { self.judged = judged }

  /// dictionaries/field_confidence.tsv
  public var table: String {
    let rules = Dictionary(grouping: judged, by: \.rule).sorted { $0.key < $1.key }
    let rows = rules.flatMap { rule, values in
      let steps = Dictionary(grouping: values) { value in Self.scores.last { $0 <= value.confidence } ?? 0 }
      return steps.sorted { $0.key < $1.key }.map { from, values in
        "\(rule)\t\(from)\t\(values.count)\t\(values.count(where: \.isRight))"
      }
    }
    let comment =
      "# Values of generated documents by their rule and its score, and how many of them were right."
    return ([comment, "rule\tfrom\tvalues\tright"] + rows).joined(separator: "\n") + "\n"
  }

  /// For people: a row a class.
  public var reliability: String {
    let classes = Dictionary(grouping: judged) { value in
      Self.classes.last { $0 < value.confidence } ?? Self.classes[0]
    }
    let rows = classes.sorted { $0.key < $1.key }.map { from, values in
      let mean = values.map(\.confidence).reduce(0, +) / Double(values.count)
      let right = Double(values.count(where: \.isRight)) / Double(values.count)
      return String(format: "| %.3f | %d | %.3f | %.4f |", max(0, from), values.count, mean, right)
    }
    let header = ["| confidence above | values | mean | right |", "|---|---|---|---|"]
    return (header + rows + [sure]).joined(separator: "\n")
  }

  private var sure: String {
    let sure = judged.filter { $0.confidence > Calibration.sure }
    let wrong = sure.count { !$0.isRight }
    return String(
      format: "above %.1f: %d of %d values, %d wrong (%.2f %%)", Calibration.sure, sure.count, judged.count,
      wrong,
      Double(wrong) / Double(max(1, sure.count)) * 100)
  }
}
