/// How a word is capitalised.
public enum CasePattern: UInt8, Codable, Sendable {
  /// nghị, Nghị, NGHỊ, nGhị. One capital letter alone is `title`.
  case lower, title, capitals, mixed

  init(_ word: some Collection<UInt32>) {
    var uppers = 0
    var lowers = 0
    for value in word {
      if Case.isUpper(value) { uppers += 1 } else if Case.upper(value) != value { lowers += 1 }
    }
    let firstIsUpper = word.first.map(Case.isUpper) ?? false
    self =
      uppers == 0
      ? .lower
      : firstIsUpper && uppers == 1 ? .title : lowers == 0 ? .capitals : .mixed
  }

  func applied(to word: some Sequence<UInt32>) -> Scalars {
    switch self {
    case .lower, .mixed: Array(word)
    case .title: word.enumerated().map { $0.offset == 0 ? Case.upper($0.element) : $0.element }
    case .capitals: word.map(Case.upper)
    }
  }

  /// True where more than half of the letters are capitals.
  static func isMostlyCapitals(_ line: Scalars) -> Bool {
    var uppers = 0
    var letters = 0
    for value in line where CharacterClass.of(value) == .letter {
      letters += 1
      if Case.isUpper(value) { uppers += 1 }
    }
    return uppers * 2 > letters
  }
}
