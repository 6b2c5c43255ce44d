/// Marks that an engine sets before a word where a pen stroke or the end of a rule touches it: `_KT.`
enum StrayMarks {
  /// The text without underscores before its first letter or digit; lines to write on stay.
  static func trimmed(_ text: String) -> String {
    let rest = text.drop { $0 == "_" }
    guard rest.count < text.count, let first = rest.first, first.isLetter || first.isNumber else {
      return text
    }
    return String(rest)
  }
}
