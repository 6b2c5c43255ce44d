import SoHoaModel

/// One reading of what a line begins with: `I.`, `Điều 2.`, `a)`, `-`.
struct Label: Hashable, Sendable {
  /// `clause` and `point` are told from `numberHeading` and `letterItem` by the tree, not here.
  let kind: Node.Kind
  /// `[2]`; `[1, 2]` for `1.2.`; empty for dashes.
  let path: [Int]
  /// As it should read on the paper.
  let printed: String
  /// Words that the label takes whole.
  let words: Int
  /// Characters that it takes of the word after those.
  var prefix = 0
  /// 0: as it should be; the more, the more had to be supposed.
  var damage = 0.0
  /// What closes the label: `.`, `)`, `-`; empty if nothing.
  var mark = ""
  /// A stroke was added that the print does not show: the sequence must ask for it.
  var isSupposed = false
  /// Letter after the number of an article that was put in later: `12a`.
  var suffix = ""

  /// A bracket stands before it too: `(1)`.
  var isBracketed = false
  /// Letters were read as others: `l.` as 1.
  var isMended = false
  /// What follows is set in capitals.
  var isCapitals = false

  var ordinal: Int? { path.last }

  /// One manner of numbering: `1.` and `1)` are two, `1.` and `1-` one.
  var style: Style {
    Style(
      kind: kind, depth: path.count,
      close: isBracketed ? .both : mark == ")" && kind != .letterItem && kind != .romanItem ? .bracket : .stop
    )
  }

  struct Style: Hashable, Sendable {
    enum Close: Hashable, Sendable { case stop, bracket, both }

    let kind: Node.Kind
    /// Numbers in it: 2 for `1.2.`
    let depth: Int
    let close: Close
  }
}

/// The letters of points (điểm) in their order: f, j, w, z and the marked vowels are left out.
enum PointLetters {
  static let all = Array("abcdđeghiklmnopqrstuvxy")

  static func ordinal(_ letter: Character) -> Int? { all.firstIndex(of: letter).map { $0 + 1 } }

  /// Letters that a damaged print may stand for, with how much had to be supposed.
  static func readings(_ character: Character) -> [(letter: Character, damage: Double)] {
    switch character {
    case "d": [("d", 0), ("đ", 0.1)]
    case "ð": [("đ", 0.05), ("d", 0.15)]
    case "à", "á", "ả", "ã", "ạ", "â", "ă", "ä": [("a", 0.1)]
    case "è", "é", "ẻ", "ẽ", "ẹ", "ê": [("e", 0.1), ("c", 0.25)]
    case "e": [("e", 0), ("c", 0.2)]
    case "c": [("c", 0), ("e", 0.2)]
    case "©", "€": [("c", 0.2), ("e", 0.25)]
    case "œ", "@": [("a", 0.2)]
    case "ù", "ú", "ư", "ủ", "ũ", "ụ": [("u", 0.1)]
    case "ò", "ó", "ô", "ơ", "0", "ỏ", "õ", "ọ": [("o", 0.15)]
    case "6": [("b", 0.3)]
    case "ø", "q": [("q", 0), ("g", 0.2)]
    case "9": [("g", 0.3)]
    case "ì", "í", "1", "|", "!": [("i", 0.2), ("l", 0.2)]
    case "i": [("i", 0), ("l", 0.2)]
    case "l": [("l", 0), ("i", 0.2)]
    default: ordinal(character) == nil ? [] : [(character, 0)]
    }
  }
}

/// Roman numerals up to XXXIX, also as scanners spell them: `ll`, `Il`, `1I1`, `H`, `|`.
enum RomanNumeral {
  static func value(_ text: String) -> (value: Int, damage: Double)? {
    guard !text.isEmpty, text.count <= 8, !(text.contains("L") && text.contains { "VXT".contains($0) }) else {
      return nil
    }
    var letters = ""
    var supposed = 0
    for character in text {
      guard let (roman, isSupposed) = letter(character) else { return nil }
      letters += roman
      supposed += isSupposed ? 1 : 0
    }
    guard let value = values[letters] else { return nil }
    return (value, min(0.3, 0.1 * Double(supposed)))
  }

  static func text(_ value: Int) -> String { value < numerals.count ? numerals[value] : "\(value)" }

  private static func letter(_ character: Character) -> (String, Bool)? {
    switch character {
    case "I", "V", "X": (String(character), false)
    case "l", "1", "|", "!", "i", "L", "Ì", "Í", "Ị", "Ỉ", "Ĩ", "Ï", "J", "]", "[": ("I", true)
    case "v", "Y": ("V", true)
    case "x": ("X", true)
    case "H": ("II", true)
    case "T": ("I", true)
    default: nil
    }
  }

  private static let numerals: [String] = (0..<40).map { number in
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: number / 10) + ones[number % 10]
  }

  private static let values: [String: Int] = Dictionary(
    uniqueKeysWithValues: numerals.enumerated().dropFirst().map { ($0.element, $0.offset) })
}
