import SoHoaModel

/// Names that a document uses more than once tell where a name ends when an unknown verb stands behind it:
/// `Công an tỉnh diễn tập …` beside `Công an tỉnh`.
struct KnownParties: Sendable {
  /// Words of a name that may end another one.
  private static let least = 3

  private let names: PartyNames
  /// Longest first.
  private let known: [String]

  init(_ rows: [Responsibility], names: PartyNames) {
    self.names = names
    known = Set(rows.compactMap(\.party.value)).filter { Self.words($0).count >= Self.least }
      .sorted { $0.count > $1.count }
  }

  func shortened(_ rows: [Responsibility]) -> [Responsibility] {
    rows.map { row in
      guard let value = row.party.value, let name = known.first(where: { isBeginning($0, of: value) }) else {
        return row
      }
      var copy = row
      copy.party = Self.cut(row.party, to: name)
      copy.body = names.body(name)
      return copy
    }
  }

  /// Three words and more behind it, the first of them small.
  private func isBeginning(_ name: String, of value: String) -> Bool {
    guard value.count > name.count, value.hasPrefix(name + " ") else { return false }
    let rest = Self.words(String(value.dropFirst(name.count)))
    return rest.count >= Self.least && rest[0].first?.isLowercase == true
      && !["và", "trực", "thuộc", "của", "các", "qua", "liên", "tỉnh", "thành", "trên"].contains(rest[0])
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  private static func cut(_ field: Field<String>, to name: String) -> Field<String> {
    var copy = field
    copy.text = name
    copy.value = name
    copy.rule += "/known"
    if field.words.count == words(field.value ?? "").count {
      copy.words = Array(field.words.prefix(words(name).count))
    }
    copy.confidence = min(field.confidence, 0.8)
    return copy
  }
}
