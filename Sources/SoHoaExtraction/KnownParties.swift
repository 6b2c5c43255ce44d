import SoHoaModel

/// Names that a document uses more than once tell where a name ends when an unknown verb stands behind it:
/// `Công an tỉnh diễn tập …` beside `Công an tỉnh`.
struct KnownParties: Sendable {
  /// Words of a name that may end another one.
  private static let least = 3

  private let names: PartyNames
  /// Names by their number of words.
  private let known: [Int: Set<[Substring]>]

  init(_ rows: [Responsibility], names: PartyNames) {
    self.names = names
    known = Dictionary(grouping: Set(rows.compactMap(\.party.value).map(Self.words)), by: \.count)
      .mapValues(Set.init)
  }

  func shortened(_ rows: [Responsibility]) -> [Responsibility] {
    rows.map { row in
      guard let name = row.party.value.flatMap(beginning) else { return row }
      var copy = row
      copy.party = Self.cut(row.party, to: name)
      copy.body = names.body(name)
      return copy
    }
  }

  /// The longest name that others end with: three words and more stand behind it, the first of them small.
  private func beginning(of value: String) -> String? {
    let words = Self.words(value)
    for count in stride(from: words.count - Self.least, through: Self.least, by: -1)
    where Self.isFree(words[count]) && known[count]?.contains(Array(words[..<count])) == true {
      return words[..<count].joined(separator: " ")
    }
    return nil
  }

  private static func isFree(_ next: Substring) -> Bool {
    next.first?.isLowercase == true
      && !["và", "trực", "thuộc", "của", "các", "qua", "liên", "tỉnh", "thành", "trên"].contains(next)
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
