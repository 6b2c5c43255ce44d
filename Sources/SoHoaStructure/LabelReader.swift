import SoHoaModel

/// Reads what a line may begin with. Every reading that the form allows is given; the tree chooses.
enum LabelReader {
  static func readings(of segment: Segment) -> [Label] {
    let labels = printed(segment)
    guard let observed = observed(segment) else { return labels }
    let forms = Set(labels.map(\.printed))
    return labels + printed(observed).filter { $0.prefix == 0 && $0.words > 0 && !forms.contains($0.printed) }
  }

  /// With the first word as it was observed, where restoration made another word of a short one (`lV-`: `lý-`).
  private static func observed(_ segment: Segment) -> Segment? {
    guard let first = segment.words.first, first.text != first.observed.text, first.observed.text.count <= 6
    else { return nil }
    var words = segment.words
    words[0] = Word(id: first.id, box: first.box, observed: first.observed)
    var other = Segment(words: words, page: segment.page, row: segment.row)
    other.box = segment.box
    return other
  }

  private static func printed(_ segment: Segment) -> [Label] {
    guard let first = segment.words.first?.text, !first.isEmpty else { return [] }
    if isContents(segment) { return [] }
    if let bullet = bullet(segment) { return [bullet] }
    if let keyword = keyword(segment) { return withLostStrokes([keyword], segment) }
    if let annex = AnnexLabel.read(segment) { return [annex] }
    return withLostStrokes(numerals(segment), segment)
  }

  /// Scans lose a stroke of `II` and `III` easily: one more is a further reading.
  private static func withLostStrokes(_ labels: [Label], _ segment: Segment) -> [Label] {
    guard segment.box != nil else { return labels }
    return labels + labels.compactMap { withoutDoubledStroke($0, segment.words[0]) }
      + labels.compactMap { label in
        let numeral = RomanNumeral.text(label.ordinal ?? 0)
        guard [.romanHeading, .chapter, .part].contains(label.kind), numeral.hasSuffix("I"),
          !numeral.hasSuffix("III"),
          let ordinal = label.ordinal, label.printed.contains(numeral)
        else { return nil }
        return Label(
          kind: label.kind, path: [ordinal + 1],
          printed: label.printed.replacing(numeral, with: numeral + "I"),
          words: label.words, prefix: label.prefix, damage: label.damage + 0.3, mark: label.mark,
          isSupposed: true)
      }
  }

  /// `IH.` for `II.`: H for a stroke and a half. The print is too narrow for three, and the sequence must ask for it.
  private static func withoutDoubledStroke(_ label: Label, _ word: Word) -> Label? {
    guard label.kind == .romanHeading, label.ordinal == 3, label.words > 0, word.text.contains("H"),
      let box = word.box, Double(box.width) < narrowerThanThree * Double(box.height)
    else { return nil }
    return Label(
      kind: label.kind, path: [2], printed: label.printed.replacing("III", with: "II"), words: label.words,
      damage: label.damage + 0.2, mark: label.mark, isSupposed: true)
  }

  /// Width over height: `II.` is 1.3 to 1.5 wide, `III.` 1.9 to 2.1.
  private static let narrowerThanThree = 1.7

  /// A clean label of the upper levels: what never stands in a title.
  static func looksLikeHeading(_ segment: Segment) -> Bool {
    readings(of: segment).contains { label in
      switch label.kind {
      case .part, .chapter, .section, .article: label.damage < 0.2
      case .romanHeading, .letterHeading:
        label.damage < 0.3 && label.path[0] <= 3 && label.mark != "/"
          && Capitals.isCapitals(rest(segment, label))
      case .numberHeading: label.damage < 0.3 && label.path == [1] && label.mark == "."
      case .letterItem: label.damage < 0.15 && label.path == [1] && label.mark == ")"
      default: false
      }
    }
  }

  static func rest(_ segment: Segment, _ label: Label) -> ArraySlice<Word> {
    segment.words[min(label.words, segment.words.count)...]
  }

  /// A line of a table of contents: dots, and a page at the end.
  private static func isContents(_ segment: Segment) -> Bool {
    guard segment.words.count > 1, let last = segment.words.last?.text,
      let page = last.split(separator: ".").last, page.allSatisfy({ $0.isNumber })
    else { return false }
    return segment.words.suffix(3).contains { $0.text.contains("....") || $0.text.contains("……") }
  }

  // MARK: Bullets

  private static let dashes: Set<Character> = [
    "-", "–", "—", "−", "•", "●", "▪", "*", "·", "~", "»", "¬", "◦", "○", "■", "_",
    // Of the fonts Symbol and Wingdings.
    "\u{F0B7}", "\u{F02D}", "\u{F0FC}", "\u{F0A7}",
  ]

  /// `-` or `+`, and what scanners make of them.
  static func bullet(_ segment: Segment) -> Label? {
    let first = segment.words[0].text
    guard let mark = first.first, dashes.contains(mark) || mark == "+" || mark == "†" else { return nil }
    let isPlus = mark == "+" || mark == "†"
    let kind: Node.Kind = isPlus ? .plus : .dash
    let printed = isPlus ? "+" : "-"
    if first.count == 1 {
      guard segment.words.dropFirst().contains(where: { $0.text.count > 1 }) else { return nil }
      return Label(kind: kind, path: [], printed: printed, words: 1)
    }
    guard let next = first.dropFirst().first, next.isLetter || next == "\"" || next == "“" else { return nil }
    return Label(kind: kind, path: [], printed: printed, words: 0, prefix: 1, damage: 0.1)
  }

  // MARK: Words

  private static let keywords: [(shape: [UInt8], kind: Node.Kind, name: String)] = [
    (Folding.shape("Phần"), .part, "Phần"), (Folding.shape("Chương"), .chapter, "Chương"),
    (Folding.shape("Mục"), .section, "Mục"), (Folding.shape("Điều"), .article, "Điều"),
  ]
  private static let ordinalWords = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"]
    .map {
      Folding.shape($0)
    }

  private static func keyword(_ segment: Segment) -> Label? {
    guard segment.words[0].text.first?.isUppercase == true else { return nil }
    if let glued = glued(segment) { return glued }
    guard segment.words.count >= 2 else { return nil }
    let shapes = segment.words.prefix(4).map { Folding.shape($0.text) }
    if shapes.count >= 3, shapes[0] == Folding.shape("Tiểu"), shapes[1] == Folding.shape("mục") {
      return numbered(segment, at: 2, kind: .subsection, name: "Tiểu mục")
    }
    guard let key = key(shapes[0][...]) else { return nil }
    if key.kind == .part, shapes[1] == Folding.shape("thứ"), shapes.count > 2,
      let index = ordinalWords.firstIndex(of: shapes[2])
    {
      let words = segment.words[0..<3].map(\.text).joined(separator: " ")
      return Label(kind: .part, path: [index + 1], printed: trimmed(words), words: 3)
    }
    return numbered(segment, at: 1, kind: key.kind, name: key.name)
  }

  private static func key(_ shape: ArraySlice<UInt8>) -> (shape: [UInt8], kind: Node.Kind, name: String)? {
    keywords.first {
      Approximate.distance($0.shape[...], shape, limit: $0.shape.count > 3 ? 1 : 0) != nil
    }
  }

  /// `Điều1.`, `Điều12.Hiệu lực`: the number has run into the word.
  private static func glued(_ segment: Segment) -> Label? {
    let word = segment.words[0].text
    let name = word.prefix { $0.isLetter }
    let digits = word.dropFirst(name.count).prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(name.count + digits.count)
    guard !digits.isEmpty, (3...6).contains(name.count), let value = Int(digits), value > 0, value < 1000,
      let key = key(Folding.shape(String(name))[...]), rest.isEmpty || ".:".contains(rest.first!)
    else { return nil }
    let isWhole = rest.count <= 1
    return Label(
      kind: key.kind, path: [value],
      printed: key.name + " \(value)" + (key.kind == .article ? "." : ""), words: isWhole ? 1 : 0,
      prefix: isWhole ? 0 : name.count + digits.count + 1, damage: 0.1, mark: String(rest.prefix(1)))
  }

  private static func numbered(_ segment: Segment, at index: Int, kind: Node.Kind, name: String) -> Label? {
    let text = segment.words[index].text
    let core = String(text.prefix { $0.isLetter || $0.isNumber || "|!".contains($0) })
    let mark = String(text.dropFirst(core.count).prefix(1))
    let isAlone = index + 1 == segment.words.count
    let isSpaced = !isAlone && [".", ":", "-", "–"].contains(segment.words[index + 1].text)
    let takesRoman = [.part, .chapter, .section].contains(kind)
    guard let (value, damage, suffix) = ordinal(core, isRoman: takesRoman) else { return nil }
    let isClosed = [".", ":", "-"].contains(mark) || isSpaced
    let isRoman = core.first?.isNumber != true && takesRoman
    let numeral = (isRoman ? RomanNumeral.text(value) : "\(value)") + suffix
    let tail = isClosed ? text.count - core.count - mark.count : 0
    var label = Label(
      kind: kind, path: [value], printed: name + " " + numeral + (kind == .article ? "." : ""),
      words: tail > 0 ? index : index + 1 + (isSpaced ? 1 : 0),
      prefix: tail > 0 ? core.count + mark.count : 0,
      damage: damage, mark: mark, suffix: suffix)
    if isClosed || isAlone { return label }
    let rest = segment.words[(index + 1)...]
    if kind != .article, Capitals.isCapitals(rest) { return label }
    // `Điều 3 Quyết định này …`: a heading whose stop was lost, or a wrapped line; the tree decides.
    guard rest.first?.text.first?.isUppercase == true else { return nil }
    label.damage += 0.45
    return label
  }

  private static func ordinal(_ core: String, isRoman: Bool) -> (Int, Double, String)? {
    let digits = core.prefix { $0.isASCII && $0.isNumber }
    let tail = core.dropFirst(digits.count)
    if let value = Int(digits), value > 0, value < 10_000 {
      if tail.isEmpty { return (value, 0, "") }
      if tail.count == 1, tail.first!.isLowercase, tail.first != "l" { return (value, 0, String(tail)) }
    }
    if isRoman { return RomanNumeral.value(core).map { ($0.value, $0.damage, "") } }
    let mended = String(core.map { "lI|!".contains($0) ? "1" : $0 == "O" || $0 == "o" ? "0" : $0 })
    return Int(mended).flatMap { $0 > 0 && $0 < 10_000 ? ($0, 0.2, "") : nil }
  }

  private static func trimmed(_ text: String) -> String {
    text.last.map { ".:,".contains($0) } == true ? String(text.dropLast()) : text
  }
}
