import SoHoaModel

extension LabelReader {
  /// Readings of `I.`, `1.`, `1.1.`, `a)`, `A.` and their damaged forms.
  static func numerals(_ segment: Segment) -> [Label] {
    guard let head = NumeralHead(segment) else { return [] }
    if let spaced = SpacedNumber.read(segment) { return [spaced] + head.labels }
    return head.labels
  }
}

/// `3 2.`, `4. 3.`, `4: 3.`, `4 . 3.2.`: a number with a space in it; only the sequence tells.
enum SpacedNumber {
  static func read(_ segment: Segment) -> Label? {
    let texts = segment.words.prefix(4).map(\.text)
    guard texts.count > 2, let first = number(texts[0].trimmingSuffix(".:,")), (1..<100).contains(first)
    else { return nil }
    let second = [".", ":", ","].contains(texts[1]) ? 2 : 1
    guard texts.count > second + 1, texts[second + 1].first?.isUppercase == true, texts[second].contains("."),
      let tail = numbers(texts[second].trimmingSuffix(".:,"))
    else { return nil }
    let path = [first] + tail
    return Label(
      kind: .numberHeading, path: path, printed: path.map(String.init).joined(separator: ".") + ".",
      words: second + 1, damage: 0.3, mark: ".")
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    let isPath = numbers.count == parts.count && numbers.count <= 3
    return isPath && numbers.allSatisfy { (1..<100).contains($0) } ? numbers : nil
  }

  private static func number(_ text: Substring) -> Int? { ["I", "l", "|"].contains(text) ? 1 : Int(text) }
}

extension String {
  fileprivate func trimmingSuffix(_ marks: String) -> Substring {
    last.map(marks.contains) == true ? dropLast() : self[...]
  }
}

extension NumeralHead {
  /// All that the form allows, each with what is against it.
  fileprivate var labels: [Label] {
    let head = self
    var labels =
      [head.roman, head.romanItem, head.number, head.mixed, head.letterHeading].compactMap { $0 }
      + head.letters
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
    case ";", "·", "•", "'", "`": ","
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
    var label = Label(
      kind: kind, path: path, printed: (isBracketed ? "(" : "") + text + printedMark, words: words,
      prefix: prefix, damage: damage, mark: printedMark)
    label.isBracketed = isBracketed
    label.isMended = text != core
    label.isCapitals = Capitals.isCapitals(rest)
    return label
  }

  // MARK: Readings

  var roman: Label? {
    guard [".", "-", "/", ")", ",", ":", ""].contains(mark), let (value, damage) = RomanNumeral.value(core),
      !core.contains("."), romanItem?.damage != 0
    else { return nil }
    let isCapitals = Capitals.isCapitals(rest)
    if mark.isEmpty {
      guard damage <= 0.2, rest.count > 1, rest.first?.text.first?.isUppercase == true else { return nil }
    }
    let isNumber = core.allSatisfy { $0.isNumber }
    let lost = mark.isEmpty && !isCapitals ? Self.lostStop : 0
    return label(
      .romanHeading, [value], RomanNumeral.text(value),
      damage + lost + (mark == "," ? 0.1 : 0) + (!isNumber ? 0 : isCapitals ? 0.15 : 0.3))
  }

  /// `i)`, `(iv)`: small letters, of which scanners may have made some others.
  var romanItem: Label? {
    guard mark == ")", core.contains(where: { "ivx".contains($0) }),
      core.allSatisfy({ "ivxl1|!".contains($0) }),
      let (value, _) = RomanNumeral.value(core.uppercased())
    else { return nil }
    let supposed = core.count { "l1|!".contains($0) }
    return label(.romanItem, [value], RomanNumeral.text(value).lowercased(), 0.15 * Double(supposed))
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
      penalty += label.isCapitals ? -0.1 : label.kind == .letterHeading || label.isMended ? 0.2 : 0.1
    }
    return penalty
  }
}
