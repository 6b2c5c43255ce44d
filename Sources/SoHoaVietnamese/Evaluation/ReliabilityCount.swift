import Foundation

/// How often words are right, by how sure they were said to be.
public struct ReliabilityCount: Sendable {
  public struct Row: Hashable, Sendable {
    /// Least confidence of the row, 0...1.
    public var from: Double
    public var words = 0
    public var right = 0
    public var confidence = 0.0
  }

  public private(set) var rows: [Row]

  /// - Parameter starts: least confidence of each row, ascending from 0.
  public init(_ starts: [Double]) { rows = starts.map { Row(from: $0) } }

  /// Steps in which an engine's own confidence tells something.
  public static let engineSteps = [
    0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.965, 0.97,
  ]
  /// Steps of probabilities.
  public static let probabilities = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995]

  /// A page as it was read.
  public mutating func add(_ page: ReadPage) {
    let tokens = page.lines.flatMap(\.self)
    add(tokens.map(\.text), tokens.map { $0.confidence ?? 1 }, printed: page.printed)
  }

  /// A page after restoration; what was kept without a doubt stays as sure as it was read.
  public mutating func add(_ page: ReadPage, restored: [[RestoredToken]]) {
    let pairs = Array(zip(page.lines.flatMap(\.self), restored.flatMap(\.self)))
    let confidences = pairs.map { seen, token in
      token.decision == .kept && token.candidates.isEmpty
        ? seen.confidence ?? token.confidence : token.confidence
    }
    add(pairs.map(\.1.text), confidences, printed: page.printed)
  }

  private mutating func add(_ texts: [String], _ confidences: [Double], printed: [String]) {
    let truth = printed.joined(separator: " ").scalars.split { CharacterClass.of($0) == .space }.map(
      Array.init)
    var place = 0
    for match in LineAlignment.matches(texts.map(\.scalars), truth) {
      defer { place += match.observed.count }
      guard match.observed.count == 1, match.printed.count == 1 else { continue }
      let isRight =
        RestorationScore.comparable(match.observed[0]) == RestorationScore.comparable(match.printed[0])
      count(confidences[place], isRight)
    }
  }

  private mutating func count(_ confidence: Double, _ isRight: Bool) {
    guard let row = rows.lastIndex(where: { $0.from <= confidence }) else { return }
    rows[row].words += 1
    rows[row].right += isRight ? 1 : 0
    rows[row].confidence += confidence
  }

  /// Mean distance between confidence and share of right words.
  public var calibrationError: Double {
    let words = rows.reduce(0) { $0 + $1.words }
    return rows.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, words))
  }

  /// For people: a row a step, and the calibration error.
  public var table: String {
    let lines = rows.filter { $0.words > 0 }.map { row in
      String(
        format: "| %.3f | %d | %.3f | %.3f |", row.from, row.words, row.confidence / Double(row.words),
        Double(row.right) / Double(row.words))
    }
    return
      (["| from | words | mean confidence | right |", "|---|---|---|---|"] + lines
      + [String(format: "calibration error %.4f", calibrationError)]).joined(separator: "\n")
  }
}
