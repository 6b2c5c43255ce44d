import SoHoaDictionaries
import SoHoaStructure

/// What a column of a table of tasks holds, by the words of its head, from `duty_columns.tsv`.
struct DutyColumns: Sendable {
  enum Column: String, Sendable {
    case ordinal, task, lead, implement, coordinate, monitor, start, deadline, product, money, other

    /// Names parties.
    var role: Bool { [.lead, .implement, .coordinate, .monitor].contains(self) }
  }

  /// Letters that a head has beside the phrase: `(dự kiến)`, `năm 2026`.
  private static let mostBeside = 28
  private let phrases: [(phrase: Phrase, column: Column)]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("duty_columns.tsv")
    phrases = zip(table.column("phrase"), table.column("column")).compactMap { text, name in
      Column(rawValue: name).map { (Phrase(text), $0) }
    }.sorted { $0.phrase.shape.count > $1.phrase.shape.count }
  }

  /// - Parameter head: words of a cell at the top of a column.
  func column(_ head: [String]) -> Column? {
    let text = FoldedText(head)
    guard !text.bytes.isEmpty else { return nil }
    var best: (score: Int, column: Column)?
    for (phrase, column) in phrases where text.bytes.count <= phrase.shape.count + Self.mostBeside {
      guard let match = phrase.shape.count > 3 ? phrase.find(in: text) : phrase.matches(text) else {
        continue
      }
      let score = phrase.shape.count - 4 * match.distance
      if score > best?.score ?? 0 { best = (score, column) }
    }
    return best?.column
  }
}
