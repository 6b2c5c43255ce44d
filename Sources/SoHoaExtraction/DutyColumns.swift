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
    return phrases.first { entry in
      text.bytes.count <= entry.phrase.shape.count + Self.mostBeside && entry.phrase.find(in: text) != nil
        && (entry.phrase.shape.count > 3 || entry.phrase.matches(text) != nil)
    }?.column
  }
}
