import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Words around a date, from `date_phrases.tsv`.
struct DatePhrases: Sendable {
  private var before: [(words: [String], bound: DateValue.Bound)] = []
  private var after: [(words: [String], recurrence: DateValue.Recurrence)] = []
  private var due: [[String]] = []

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    for row in try dictionaries.table("date_phrases.tsv").records {
      let words = (row["phrase"] ?? "").split(separator: " ").map { Folding.folded(String($0)) }
      let value = row["value"] ?? ""
      switch row["effect"] {
      case "bound": if let bound = DateValue.Bound(rawValue: value) { before.append((words, bound)) }
      case "recurrence":
        if let recurrence = DateValue.Recurrence(rawValue: value) { after.append((words, recurrence)) }
      case "due": due.append(words)
      default: break
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

  /// The clause before a token says that something shall be done by then.
  func isDue(_ text: TokenText, before position: Int) -> Bool {
    var start = position
    while start > 0, position - start < 60, text[start - 1].text != ";",
      !(text[start - 1].text == "." && text[start].hasSpaceBefore)
    {
      start -= 1
      if due.contains(where: { start + $0.count <= position + 1 && text.says($0, at: start) }) { return true }
    }
    return false
  }
}
