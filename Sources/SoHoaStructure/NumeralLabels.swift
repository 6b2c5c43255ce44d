import SoHoaModel

extension LabelReader {
  /// Readings of `I.`, `1.`, `1.1.`, `a)`, `A.` and their damaged forms.
  static func numerals(_ segment: Segment) -> [Label] {
    guard let head = NumeralHead(segment) else { return [] }
    if let spaced = SpacedNumber.read(segment) { return [spaced] + head.labels }
    return head.labels
  }
}

/// `3 2.`, `4. 3.`: a number of two parts with a space in it; only the sequence tells.
enum SpacedNumber {
  static func read(_ segment: Segment) -> Label? {
    guard segment.words.count > 2, segment.words[2].text.first?.isUppercase == true,
      let first = Int(segment.words[0].text.trimmingSuffix(".")), (1..<100).contains(first)
    else { return nil }
    let tail = segment.words[1].text.trimmingSuffix(".").split(
      separator: ".", omittingEmptySubsequences: false)
    let numbers = tail.compactMap { Int($0) }
    guard numbers.count == tail.count, numbers.count <= 3, numbers.allSatisfy({ (1..<100).contains($0) }),
      segment.words[1].text.contains(".")
    else { return nil }
    let path = [first] + numbers
    return Label(
      kind: .numberHeading, path: path, printed: path.map(String.init).joined(separator: ".") + ".",
      words: 2, damage: 0.3, mark: ".")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ mark: Character) -> Substring {
    last == mark ? dropLast() : self[...]
  }
}

extension NumeralHead {
  /// All that the form allows, each with what is against it.
  fileprivate var labels: [Label] {
    let head = self
    var labels = [head.roman, head.number, head.mixed, head.letterHeading].compactMap { $0 } + head.letters
    for index in labels.indices { labels[index].damage += head.penalty(labels[index]) }
    return labels
  }
}

/// The first characters of a line, cut into what may be a numeral, what closes it and what follows.
struct NumeralHead {
  /// Longest numeral: `XXXVIII`, `10.10.10`.
  private static let longest = 9

  private let core: String
  private let mark: String
  private let isBracketed: Bool
  private let words: Int
  private let prefix: Int
  private let rest: ArraySlice<Word>
  /// First character after the label.
  private let next: Character?

  init?(_ segment: Segment) {
    let first = Array(segment.words[0].text.prefix(Self.longest + 3))
    let opened = first.first == "("
    let body = opened ? Array(first.dropFirst()) : first
    guard let end = Self.coreEnd(body), end > 0 else { return nil }
    var mark = end < body.count ? String(body[end]) : ""
    var taken = end + mark.count + (opened ? 1 : 0)
    var words = 0
    if mark == ".", taken < first.count, "-).–".contains(first[taken]) { taken += 1 }
    let isWhole = taken >= segment.words[0].text.count
    if isWhole {
      words = 1
      taken = 0
      if mark.isEmpty, segment.words.count > 1, let lone = Self.loneMark(segment.words[1].text) {
        mark = lone
        words = 2
      }
    }
    core = String(body[..<end])
    self.mark = Self.usual(mark)
    isBracketed = opened
    self.words = words
    prefix = taken
    rest = segment.words[min(words, segment.words.count)...]
    next = taken > 0 ? first.dropFirst(taken).first : rest.first?.text.first
    if !isWhole, next == nil || next!.isNumber && mark != ")" { return nil }
  }

  private static func loneMark(_ text: String) -> String? {
    [".", ")", "-", "–", "/", ":"].contains(text) ? text : nil
  }

  /// Long dashes are hyphens, other brackets misread ones.
  private static func usual(_ mark: String) -> String {
    switch mark {
    case "–", "—": "-"
    case "]", "}": ")"
    default: mark
    }
  }

  /// Where the numeral ends: letters and digits, stops only between digits.
  private static func coreEnd(_ text: [Character]) -> Int? {
    var index = 0
    while index < text.count, index <= longest {
      let character = text[index]
      let isStop = character == "." && index + 1 < text.count && text[index + 1].isNumber && index > 0
      guard isStop || character.isLetter || character.isNumber || "|!©€@".contains(character) else { break }
      index += 1
    }
    return index <= longest ? index : nil
  }

  private var printedMark: String { mark == "," || mark == "" ? "." : mark }

  private func label(_ kind: Node.Kind, _ path: [Int], _ text: String, _ damage: Double) -> Label {
    Label(
      kind: kind, path: path, printed: (isBracketed ? "(" : "") + text + printedMark, words: words,
      prefix: prefix, damage: damage, mark: printedMark, isBracketed: isBracketed)
  }

  // MARK: Readings

  var roman: Label? {
    guard [".", "-", "/", ")", ",", ":", ""].contains(mark), let (value, damage) = RomanNumeral.value(core),
      !core.contains(".")
    else { return nil }
    if mark.isEmpty, damage > 0.2 || !Capitals.isCapitals(rest) || rest.count < 2 { return nil }
    let isNumber = core.allSatisfy { $0.isNumber }
    return label(
      .romanHeading, [value], RomanNumeral.text(value),
      damage + (isNumber ? Capitals.isCapitals(rest) ? 0.15 : 0.5 : 0))
  }

  var number: Label? {
    guard [".", "-", "/", ")", ",", ":", ""].contains(mark) else { return nil }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    var path: [Int] = []
    var damage = mark == "," ? 0.3 : 0.0
    for part in parts {
      guard let (value, supposed) = Self.digits(part) else { return nil }
      path.append(value)
      damage += supposed
    }
    if mark.isEmpty {
      guard path.count > 1 || isBareNumber else { return nil }
      damage += path.count > 1 ? 0.1 : Self.lostStop
    }
    guard path.count <= 5, path.allSatisfy({ $0 < 1000 }) else { return nil }
    return label(.numberHeading, path, path.map(String.init).joined(separator: "."), damage)
  }

  /// `1 Mục đích`: only the sequence tells that a stop was lost.
  static let lostStop = 0.42

  private var isBareNumber: Bool {
    prefix == 0 && core.count <= 2 && core.allSatisfy { $0.isASCII && $0.isNumber }
      && rest.first?.text.first?.isUppercase == true
  }

  /// `I.1.`, `A.2.`: numbers under a heading that has no number of this kind.
  var mixed: Label? {
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count <= 4, let head = parts[0].first, head.isLetter, head.isUppercase,
      let first = Self.heading(parts[0])
    else { return nil }
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard numbers.count == parts.count - 1, numbers.allSatisfy({ (1..<100).contains($0) }) else { return nil }
    return label(.numberHeading, [first] + numbers, core, 0.05)
  }

  private static func heading(_ text: Substring) -> Int? {
    if let roman = RomanNumeral.value(String(text)), roman.damage == 0 { return roman.value }
    guard text.count == 1, let value = text.first?.asciiValue else { return nil }
    return Int(value) - 64
  }

  var letterHeading: Label? {
    guard core.count == 1, let letter = core.first, letter.isUppercase, letter.isASCII,
      [".", "-", "/", ")"].contains(mark), let value = letter.asciiValue
    else { return nil }
    return label(.letterHeading, [Int(value) - 64], String(letter), 0)
  }

  var letters: [Label] {
    guard core.count == 1, let letter = core.first, mark == ")" || mark == "." || mark == "/",
      !letter.isUppercase
    else { return [] }
    let isFirm = mark == ")"
    return PointLetters.readings(letter).compactMap { reading in
      guard isFirm || letter.isLetter else { return nil }
      return label(
        .letterItem, [PointLetters.ordinal(reading.letter)!], String(reading.letter),
        reading.damage + (isFirm ? 0 : 0.1))
    }
  }

  private static func digits(_ text: Substring) -> (Int, Double)? {
    if let value = Int(text), value > 0, text.allSatisfy(\.isASCII) { return (value, 0) }
    guard text.count <= 2, !text.isEmpty else { return nil }
    let mended = String(
      text.map {
        "lI|!i".contains($0) ? "1" : $0 == "O" || $0 == "o" ? "0" : $0 == "S" ? "5" : $0 == "Z" ? "2" : $0
      })
    return Int(mended).flatMap { $0 > 0 ? ($0, 0.25) : nil }
  }

  /// What makes the whole line less like a heading or an item.
  func penalty(_ label: Label) -> Double {
    guard let next else { return label.kind == .romanHeading ? 0.1 : 0.2 }
    var penalty = 0.0
    if next.isLowercase { penalty += label.kind == .letterItem ? 0 : 0.3 }
    if next.isNumber { penalty += 0.2 }
    if label.kind == .romanHeading || label.kind == .letterHeading {
      penalty += Capitals.isCapitals(rest) ? -0.1 : 0.2
    }
    return penalty
  }
}
