import Foundation

/// Prints an evaluation for people.
public struct EvaluationTable: Sendable {
  private let evaluation: Evaluation

  public init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  /// - Parameter mistakes: also list, file by file, the values that are missing or wrong.
  public func text(mistakes: Bool = false) -> String {
    let scores = ScoreTables(evaluation)
    var parts = [textTable, fieldTable, Self.table(scores.byField)]
    parts += scores.byFamily.map(Self.table) + [Self.table(scores.calibration)]
    if mistakes { parts.append(mistakeList) }
    parts.append(leftovers)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var textTable: String {
    guard evaluation.text != nil else { return "" }
    let header = [
      "file", "SER seen", "SER", "SER blind", "CER seen", "CER", "CER blind", "lost", "fields F1",
    ]
    var rows = evaluation.files.map { file in
      [file.name] + Self.cells(file.text) + [file.fields.isEmpty ? "" : Self.percent(file.fieldTotal.f1)]
    }
    rows.append(["all"] + Self.cells(evaluation.text) + [Self.percent(evaluation.fieldTotal.f1)])
    return Self.table([header] + rows)
  }

  private static func cells(_ score: Evaluation.TextScore?) -> [String] {
    guard let score else { return Array(repeating: "", count: 7) }
    return [
      score.observedSyllables, score.syllables, score.syllablesMarkBlind, score.observedCharacters,
      score.characters, score.charactersMarkBlind, score.lostSyllables,
    ].map { percent($0.rate) }
  }

  private var fieldTable: String {
    guard !evaluation.fields.isEmpty else { return "" }
    let header = ["field", "right", "wrong", "missed", "precision", "recall", "F1"]
    let rows = evaluation.fields.sorted { $0.key < $1.key }.map { Self.row($0.key, $0.value) }
    return Self.table([header] + rows + [Self.row("all", evaluation.fieldTotal)])
  }

  private static func row(_ name: String, _ score: FieldScore) -> [String] {
    [name, "\(score.right)", "\(score.wrong)", "\(score.missed)"]
      + [score.precision, score.recall, score.f1].map(percent)
  }

  private var mistakeList: String {
    evaluation.files.flatMap { file in
      file.fields.sorted { $0.key < $1.key }.flatMap { field, comparison in
        comparison.missed.map { "\(file.name): \(field): missed \($0)" }
          + comparison.wrong.map { value in
            let isSure = comparison.calibration.surelyWrong.contains(value)
            return "\(file.name): \(field): wrong\(isSure ? ", and sure of it:" : "") \(value)"
          }
      }
    }.joined(separator: "\n")
  }

  private var leftovers: String {
    let results = evaluation.unmatchedResults.map { "\($0): no truth for this result" }
    let truths = evaluation.unmatchedTruths.map { "\($0): no result for this truth" }
    return (results + truths).joined(separator: "\n")
  }

  private static func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }

  private static func table(_ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
