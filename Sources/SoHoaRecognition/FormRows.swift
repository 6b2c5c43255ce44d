import SoHoaModel

/// The two rows of a header that are filled in by hand, number and symbol on the left, place and date on the right,
/// where the engine lost one under a seal or a stamp, or made other words of it: the row is read once more by
/// itself, as one line.
struct FormRows {
  private let page: PreparedPage
  private let ink: PageInk
  private let reach: Double
  private var width: Int { page.picture.width }
  /// About the size of the print, in pixels.
  private var em: Double { 1.4 * ink.letterHeight }

  /// - Returns: nil for a page without ink to look at.
  init?(page: PreparedPage) {
    guard let ink = page.ink, page.picture.channels == .grey, ink.letterHeight >= 4 else { return nil }
    self.page = page
    self.ink = ink
    reach = Self.headerReach * Double(min(page.picture.width, page.picture.height))
  }

  /// How far down the rows stand, by the page's shorter side.
  private static let headerReach = 0.36
  /// Places that are tried for a row.
  private static let most = 3

  /// - Parameter engine: the page's picture does not stay under it.
  /// - Returns: the lines, with rows that were lost in their places.
  func read(
    with engine: borrowing EngineReader, into lines: [RecognisedLine], until end: ContinuousClock.Instant
  ) -> [RecognisedLine] {
    var result = lines
    for form in [FormRow.date, .number] {
      let words = header(result)
      let known = FormRow.allCases.map { $0.best(in: words, em: em, width: width) }
      let own = known[form.rawValue]
      guard own.score.sure < form.whole, isHeader(words) || known.contains(where: { $0.score.all >= 2 })
      else { continue }
      let rows = known.filter { $0.score.all >= 2 }.compactMap(\.row).map { Double($0.midY) }
      let heights = (rows + bands(form, around: words)).filter {
        $0 < reach - em && isApart($0, words)
      }
      for height in heights.prefix(Self.most) where end > .now {
        guard let found = row(form, at: height, with: engine, until: end), found.score > own.score else {
          continue
        }
        replace(with: found.words, form, in: &result)
        break
      }
    }
    return result
  }

  private func header(_ lines: [RecognisedLine]) -> [RecognisedWord] {
    WordFilter().run(lines).flatMap(\.words).filter { Double($0.box.midY) < reach + em }
  }

  /// `Độc lập - Tự do - Hạnh phúc`, `ĐẢNG CỘNG SẢN VIỆT NAM`: what stands above the date of all that the state and the
  /// Party issue.
  private func isHeader(_ words: [RecognisedWord]) -> Bool {
    let sure = words.filter { $0.confidence >= Self.sure && $0.box.midX > width * 2 / 5 }
    return Self.mottoes.contains { motto in
      let own = sure.filter { motto.contains(PlacedWord.folded($0.text)) }
      return own.contains { word in own.count { abs($0.box.midY - word.box.midY) < word.box.height } >= 4 }
    }
  }

  private static let mottoes: [Set<String>] = [
    ["doc", "lap", "tu", "do", "hanh", "phuc"], ["dang", "cong", "san", "viet", "nam"],
    ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"],
  ]
  private static let sure = 0.8

  // MARK: Where

  /// Running text goes on from one half to the other.
  private func isApart(_ middle: Double, _ words: [RecognisedWord]) -> Bool {
    let row = words.filter { $0.confidence >= 0.5 && abs(Double($0.box.midY) - middle) < ink.letterHeight }
    return FormRow.isApart(row.map(\.box), em: em, width: width)
  }

  /// Middles of rows with much ink that no sure word has, those with the most ink first.
  private func bands(_ form: FormRow, around words: [RecognisedWord]) -> [Double] {
    let height = ink.letterHeight
    let taken = words.filter { $0.confidence >= Self.sure && $0.text.count(where: \.isLetter) >= 2 }.map {
      $0.box.grown(0, Int(height * 0.3))
    }
    var free = ink.parts.filter { part in
      Double(part.midY) < reach && form.half(width).contains(part.midX)
        && (0.3...3).contains(Double(part.height) / height) && Double(part.width) < 8 * height
        && !taken.contains { $0.holdsMiddle(of: part) }
    }
    var bands: [Double] = []
    while bands.count < Self.most {
      let rows = free.map { part in free.filter { abs($0.midY - part.midY) < Int(height / 2) } }
      guard let row = rows.max(by: { $0.reduce(0) { $0 + $1.width } < $1.reduce(0) { $0 + $1.width } }),
        Double(row.reduce(0) { $0 + $1.width }) >= 4 * height
      else { break }
      let middle = row.map(\.midY).sorted()[row.count / 2]
      bands.append(Double(middle))
      free.removeAll { Double(abs($0.midY - middle)) < 1.2 * height }
    }
    return bands
  }

  /// The row's half of the page, up to the widest gap between both.
  private func strip(_ form: FormRow, at middle: Double) -> BoundingBox {
    let half = Int(Self.halfHeight * ink.letterHeight)
    let (top, bottom) = (max(0, Int(middle) - half), min(page.picture.height, Int(middle) + half))
    let row = ink.parts.filter { abs($0.midY - Int(middle)) < half }.sorted { $0.left < $1.left }
    let split = Self.split(row, width * 3 / 10..<width * 29 / 50)
    let margin = width / 40
    return form == .date
      ? BoundingBox(left: split, top: top, right: width - margin, bottom: bottom)
      : BoundingBox(left: margin, top: top, right: split, bottom: bottom)
  }

  private static let halfHeight = 1.4

  private static func split(_ parts: [BoundingBox], _ range: Range<Int>) -> Int {
    var (right, widest, middle) = (range.lowerBound, 0, range.lowerBound + range.count / 2)
    for left in parts.map(\.left) + [range.upperBound] {
      let edge = min(left, range.upperBound)
      if edge - right > widest { (widest, middle) = (edge - right, (edge + right) / 2) }
      right = max(right, parts.filter { $0.left == left }.map(\.right).max() ?? right)
    }
    return middle
  }

  // MARK: Reading

  private func row(
    _ form: FormRow, at middle: Double, with engine: borrowing EngineReader,
    until end: ContinuousClock.Instant
  ) -> (words: [RecognisedWord], score: FormRow.Score)? {
    let place = strip(form, at: middle)
    guard place.width > 0, place.height > 0,
      let strip = InkStrip(page.picture, place, letters: ink.parts.filter { place.holdsMiddle(of: $0) })
    else { return nil }
    var best: (words: [RecognisedWord], score: FormRow.Score)?
    for picture in strip.pictures(isTouched: true).prefix(2) {
      engine.show(picture)
      let whole = BoundingBox(left: 0, top: 0, right: picture.width, bottom: picture.height)
      let read = engine.read(mark: whole, of: picture, isLine: true, until: end)
      let words = WordFilter().run(strip.onPage(read)).flatMap(\.words)
      let score = form.score(words)
      if score.all >= 2, best.map({ score > $0.score }) ?? true { best = (words, score) }
    }
    return best
  }

  // MARK: Into the page

  /// Sure words that stand there stay; what the engine made of the rest stays beside the new words.
  private func replace(with words: [RecognisedWord], _ form: FormRow, in lines: inout [RecognisedLine]) {
    guard let box = words.map(\.box).union() else { return }
    var old: [RecognisedWord] = []
    for index in lines.indices {
      old += lines[index].words.filter { box.holdsMiddle(of: $0.box) }
      lines[index].words.removeAll { box.holdsMiddle(of: $0.box) }
    }
    let isKept = { (word: RecognisedWord) in
      word.confidence >= Self.sure && word.text.contains(where: \.isLetter)
        && !words.contains {
          $0.box.holdsMiddle(of: word.box) && form.score([$0]).all > form.score([word]).all
        }
    }
    let kept = old.filter(isKept)
    var row = words.filter { word in
      !kept.contains { $0.box.holdsMiddle(of: word.box) || word.box.holdsMiddle(of: $0.box) }
    }
    for word in old where !isKept(word) {
      guard let place = row.firstIndex(where: { $0.box.holdsMiddle(of: word.box) }),
        row[place].text != word.text
      else { continue }
      row[place].others.append(word.asOther)
    }
    LinePlaces(page: page).insert((row + kept).sorted { $0.box.left < $1.box.left }, into: &lines)
  }
}

/// A row of the form, and what words of it tell it.
enum FormRow: Int, CaseIterable {
  case date, number

  /// How much of a row's print was read.
  struct Score: Comparable {
    var all = 0
    /// Of these, what is no mere guess.
    var sure = 0

    static func < (one: Score, other: Score) -> Bool {
      one.all != other.all ? one.all < other.all : one.sure < other.sure
    }
  }

  /// What a row has of which nothing is lost.
  var whole: Int { 3 }

  private static let guess = 0.3

  func half(_ width: Int) -> Range<Int> { self == .date ? width * 2 / 5..<width : 0..<width / 2 }

  func score(_ words: [RecognisedWord]) -> Score {
    Score(all: parts(words), sure: parts(words.filter { $0.confidence >= Self.guess }))
  }

  /// `ngày`, `tháng`, and `năm` or a year; a symbol, which tells more, and `Số` before it.
  private func parts(_ words: [RecognisedWord]) -> Int {
    let texts = words.map { PlacedWord.folded($0.text) }
    switch self {
    case .date:
      let hasYear = texts.contains { $0.suffix(4).hasPrefix("20") && Int($0.suffix(4)) != nil }
      return [
        texts.contains { $0.hasPrefix("ngay") || BlankFinder.isNear($0, "ngay") },
        texts.contains { BlankFinder.isNear($0, "thang") },
        hasYear || texts.contains { $0.hasPrefix("nam") },
      ].count { $0 }
    case .number:
      let hasSymbol = words.contains { Self.isSymbol($0.text) }
      return (hasSymbol ? 2 : 0) + (words.contains { Self.isLabel($0.text) } ? 1 : 0)
    }
  }

  private static func isLabel(_ text: String) -> Bool {
    text.first?.lowercased() == "s" && text.prefix(while: \.isLetter).count <= 3
  }

  private static func isSymbol(_ text: String) -> Bool {
    text.contains(/[\/\-][A-ZĐ][A-ZĐ&0-9]/)
  }

  /// The row that has most of it.
  ///
  /// - Parameters:
  ///   - em: size of the print in pixels.
  ///   - width: of the page.
  func best(in words: [RecognisedWord], em: Double, width: Int) -> (score: Score, row: BoundingBox?) {
    let own = words.filter { parts([$0]) > 0 && half(width).contains($0.box.midX) }
    let rows = own.map { word in
      words.filter { abs($0.box.midY - word.box.midY) * 2 < word.box.height }
        .sorted { $0.box.left < $1.box.left }
    }
    let forms = rows.filter { Self.isApart($0.map(\.box), em: em, width: width) }.map { row in
      row.filter { half(width).contains($0.box.midX) }
    }
    let best = forms.max { score($0) < score($1) }
    return (best.map(score) ?? Score(), best?.map(\.box).union())
  }

  /// Whether there is a gap between both halves of a row.
  static func isApart(_ row: [BoundingBox], em: Double, width: Int) -> Bool {
    let (start, end) = (width * 3 / 10, width * 29 / 50)
    var (right, widest) = (start, 0)
    for box in row.sorted(by: { $0.left < $1.left }) {
      widest = max(widest, min(box.left, end) - right)
      right = max(right, box.right)
    }
    return Double(max(widest, end - right)) >= 1.5 * em
  }
}
