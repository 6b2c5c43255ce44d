import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Words around a date, from `date_phrases.tsv`.
struct DatePhrases: Sendable {
  private var before: [(words: [String], bound: DateValue.Bound)] = []
  private var after: [(words: [String], recurrence: DateValue.Recurrence)] = []

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    for row in try dictionaries.table("date_phrases.tsv").records {
      let words = (row["phrase"] ?? "").split(separator: " ").map { Folding.folded(String($0)) }
      if let bound = DateValue.Bound(rawValue: row["value"] ?? "") { before.append((words, bound)) }
      if let recurrence = DateValue.Recurrence(rawValue: row["value"] ?? "") {
        after.append((words, recurrence))
      }
    }
    before.sort { $0.words.count > $1.words.count }
  }

  /// The phrase that ends right before a token: the longest, and where it begins.
  func bound(_ text: TokenText, before position: Int) -> (bound: DateValue.Bound, start: Int)? {
    for phrase in before where text.says(phrase.words, at: position - phrase.words.count) {
      return (phrase.bound, position - phrase.words.count)
    }
    return nil
  }

  /// The phrase that begins at a token, and where it ends.
  func recurrence(_ text: TokenText, at position: Int) -> (recurrence: DateValue.Recurrence, end: Int)? {
    for phrase in after where text.says(phrase.words, at: position) {
      return (phrase.recurrence, position + phrase.words.count)
    }
    return nil
  }
}
