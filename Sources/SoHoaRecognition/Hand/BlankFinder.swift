import Foundation
import SoHoaModel

/// Finds the blanks of a header by the words printed around them: `Số: … /KH-SYT`, `ngày … tháng … năm`.
struct BlankFinder {
  private let words: [PlacedWord]
  /// Type of the page: what most of its sure words are printed in.
  private let em: Double
  /// Of the prepared picture.
  private let width: Double
  /// How far down a header reaches, by the shorter side: a landscape page has no larger one.
  private let reach: Double

  /// No more rows of a kind are looked at on a page.
  private static let mostRows = 3
  /// Part of the page, from the top, that a header may reach down to.
  private static let header = 0.5

  init?(_ page: Page, _ transform: PageTransform) {
    let placed = page.words.compactMap { PlacedWord($0, transform) }
    let sizes = placed.compactMap { $0.type?.em }.sorted()
    guard sizes.count >= 8 else { return nil }
    em = sizes[sizes.count / 2]
    let isSideways = page.rotation % 180 != 0
    let height = Double(isSideways ? page.width : page.height) * transform.scale
    width = Double(isSideways ? page.height : page.width) * transform.scale
    reach = Self.headerReach * min(width, height)
    let size = em
    words = placed.filter { Double($0.box.top) < height * Self.header }.flatMap { $0.pieces(em: size) }
      .sorted { $0.box.left < $1.box.left }
  }

  func blanks() -> [FormBlank] { dates() + numbers() }

  // MARK: Date

  private func dates() -> [FormBlank] {
    let months = words.filter(Self.isMonth).sorted { $0.box.top < $1.box.top }
    let found = months.map(date).filter { !$0.isEmpty }.prefix(Self.mostRows).flatMap(\.self)
    return found.isEmpty ? monthless() : found
  }

  /// Where one of the words around was lost, the blank ends at a guess.
  private func date(_ month: PlacedWord) -> [FormBlank] {
    let row = self.row(of: month)
    let day = row.last {
      $0.box.left < month.box.left && Self.isDay($0.folded) && Double(month.box.left - $0.box.left) < 9 * em
    }
    let year = row.first {
      $0.box.left >= month.box.right && Self.isYear($0.folded)
        && Double($0.box.left - month.box.right) < 5 * em
    }
    guard isFormRow(row, day ?? month) else { return [] }
    let type = self.type(of: [day, month, year].compactMap(\.self))
    let start = day.map { right(of: $0, saying: 4, type) } ?? guessed(before: month, row, type)
    let end = right(of: month, saying: 5, type)
    return [
      blank(.day, start, Double(month.box.left), type, row).sure(day != nil),
      blank(.month, end, year.map { Double($0.box.left) } ?? end + Self.monthWidth * type.em, type, row)
        .sure(year != nil),
    ]
  }

  /// `ngày … năm 2025`, `ngày … 2025`: words between were lost.
  private func monthless() -> [FormBlank] {
    let years = words.filter(Self.isYearNumber).sorted { $0.box.top < $1.box.top }
    for year in years.prefix(Self.mostRows) {
      let row = self.row(of: year)
      let word = row.last { Self.isYear($0.folded) && Self.isBefore($0, year, em) }
      let end = word.map { Double($0.box.left) } ?? Double(year.box.left) - Self.yearWidth * em
      guard
        let day = row.last(where: {
          Self.isDay($0.folded) && (2 * em...13 * em).contains(end - Double($0.box.left))
        }), isFormRow(row, day)
      else { continue }
      let type = self.type(of: [day, word ?? year])
      let start = right(of: day, saying: 4, type)
      let (left, right) = (start + Self.dayWidth * type.em, end - Self.monthWidth * type.em)
      return [
        blank(.day, start, min(left, right), type, row).sure(false),
        blank(.month, max(start, right), end, type, row).sure(false),
      ]
    }
    return []
  }

  private static func isYearNumber(_ word: PlacedWord) -> Bool {
    word.folded.count == 4 && ["19", "20"].contains(word.folded.prefix(2)) && Int(word.folded) != nil
  }

  private static func isBefore(_ word: PlacedWord, _ year: PlacedWord, _ em: Double) -> Bool {
    (-0.3 * em...2 * em).contains(Double(year.box.left - word.box.right))
  }

  /// Of `năm` with the space behind it, in ems.
  private static let yearWidth = 2.1

  /// Blanks whose other end was lost, in ems.
  private static let (dayWidth, monthWidth) = (4.2, 3.4)

  /// Where the day may begin: behind the place and what is left of `ngày`.
  private func guessed(before month: PlacedWord, _ row: [PlacedWord], _ type: TypeSize) -> Double {
    let widest = Double(month.box.left) - (Self.dayWidth + 1.5) * type.em
    let text = row.last { $0.box.right < month.box.left && Self.isText($0) }
    return max(widest, text.map { Double($0.box.right) } ?? widest)
  }

  /// The date of a header stands on the right, or beside the number; other dates that are filled in by hand are those
  /// of an annex, `(Kèm theo Quyết định số …/QĐ-UBND ngày …)`. The rest is running text.
  private func isFormRow(_ row: [PlacedWord], _ day: PlacedWord) -> Bool {
    var left = day.box.left
    for word in row.reversed() where word.box.left < left && Double(left - word.box.right) < 2 * em {
      left = word.box.left
    }
    if Self.isAnnex(row) { return true }
    let isHigh = Double(day.box.top) < reach
    return isHigh && (Double(left) > Self.right * width || row.contains(where: isLabel))
  }

  /// Parts of the page's width, and of its shorter side.
  private static let (right, headerReach) = (0.3, 0.36)

  private static func isAnnex(_ row: [PlacedWord]) -> Bool { row.contains { $0.folded == "kem" } }

  /// Not `thành`, nor the end of a place: `Quế Thạnh, ngày`.
  private static func isMonth(_ word: PlacedWord) -> Bool {
    word.folded == "thang"
      || isNear(word.folded, "thang") && word.word.confidence < 0.9 && !word.text.hasSuffix(",")
  }

  private static func isDay(_ folded: String) -> Bool {
    folded.hasPrefix("ngay") || folded.count == 4 && isNear(folded, "ngay")
  }

  private static func isYear(_ folded: String) -> Bool {
    folded.hasPrefix("nam") || isNear(folded, "nam") && folded.count == 3
  }

  // MARK: Number

  private func numbers() -> [FormBlank] {
    let labels = words.filter(isLabel).sorted { $0.box.top < $1.box.top }
    let found = labels.prefix(Self.mostRows).compactMap(number)
    return found.isEmpty ? unlabelled().map { [$0] } ?? [] : found
  }

  private static let labels: Set<String> = ["so", "s6", "s0", "sd", "sb", "se"]

  /// `Số:`, or what is left of it before a symbol, at the beginning of what stands on its row.
  private func isLabel(_ word: PlacedWord) -> Bool {
    guard word.text.first?.lowercased() == "s", isNamed(word) || isMisread(word) else { return false }
    let row = row(of: word)
    return Self.isAnnex(row)
      || !row.contains { other in
        other.box.right <= word.box.left + 2 && Double(word.box.left - other.box.right) < 1.5 * em
          && other.text.contains(where: \.isLetter)
      }
  }

  /// Not `SỞ`.
  private func isNamed(_ word: PlacedWord) -> Bool {
    Self.labels.contains(String(word.folded.prefix(2))) && word.text.dropFirst().first?.isUppercase == false
      && (word.folded.count == 2 || word.folded.dropFirst(2).first?.isNumber == true)
  }

  /// `SỐ.`, `sø:`, `s6ẽ`.
  private func isMisread(_ word: PlacedWord) -> Bool {
    word.word.confidence < 0.8 && word.text.count <= 4
      && row(of: word).contains { other in
        SymbolTail(other) != nil && (0...8 * em).contains(Double(other.box.left - word.box.right))
      }
  }

  private func number(_ label: PlacedWord) -> FormBlank? {
    let row = self.row(of: label).filter { $0.box.left >= label.box.left }
    let symbol = row.first { word in
      Double(word.box.left - label.box.right) < 8 * em && SymbolTail(word) != nil
    }
    guard symbol != nil || isHeading(label) else { return nil }
    let type = self.type(of: [label] + (symbol?.text.contains(where: \.isNumber) == false ? [symbol!] : []))
    let left = right(of: label, saying: label.text.contains(":") ? 3 : 2, type)
    if let symbol, let tail = SymbolTail(symbol) {
      var blank = blank(.number, left, max(left, tail.left(em: type.em)), type, row)
      if tail.hasYear {
        blank.after = Self.stroke
      } else if symbol.word.confidence < 0.8 {
        blank.after = Self.farther
      }
      blank.isSure = !tail.isMixed
      return blank
    }
    let next = row.first { $0 != label && Self.isText($0) }
    let end = min(left + 7 * type.em, next.map { Double($0.box.left) } ?? .infinity)
    return blank(.number, left, end, type, row)
  }

  /// `Số:` high on the left half of the page, as only the header has it.
  private func isHeading(_ label: PlacedWord) -> Bool {
    label.text.hasPrefix("S") && label.text.contains(":") && Double(label.box.right) < width / 2
      && Double(label.box.top) < width * Self.high
  }

  /// Part of the page's width.
  private static let high = 0.35

  /// The label was lost: what stands before the topmost symbol on the left.
  private func unlabelled() -> FormBlank? {
    let left = words.filter { word in
      Double(word.box.left) < 0.45 * width && word.text.count(where: \.isUppercase) >= 2
        && !row(of: word).contains { $0.box.right < word.box.left && Self.isText($0) }
    }
    guard
      let symbol = left.filter({ word in
        SymbolTail(word)?.isWhole == false || word.text.first == "/"
          || word.text.first == "-" && word.text.contains("/")
      }).min(by: { $0.box.top < $1.box.top }), let tail = SymbolTail(symbol)
    else { return nil }
    let type = self.type(of: [symbol])
    let end = tail.left(em: type.em)
    var blank = blank(.number, end - Self.unlabelledWidth * type.em, end, type, row(of: symbol))
    if tail.hasYear { blank.after = Self.stroke }
    blank.isSure = !tail.isMixed
    return blank
  }

  private static func isText(_ word: PlacedWord) -> Bool {
    word.text.count(where: \.isLetter) >= 3 && word.word.confidence >= 0.8
  }

  /// How far a hand may reach into what the engine took for the symbol, in ems.
  private static let farther = 2.5

  /// Of the print behind a number before a year: the stroke alone, in ems.
  private static let stroke = 0.25
  /// In ems.
  private static let unlabelledWidth = 5.0

  // MARK: Rows

  /// Words on the same row, from the left.
  private func row(of word: PlacedWord) -> [PlacedWord] {
    words.filter { other in
      let shared = min(other.box.bottom, word.box.bottom) - max(other.box.top, word.box.top)
      return 2 * shared >= min(other.box.height, word.box.height)
    }
  }

  /// Where a word of so many letters ends that may have run into what is filled in, or whose box reaches over it.
  private func right(of word: PlacedWord, saying count: Int, _ type: TypeSize) -> Double {
    let slack = word.text.count > count ? 1.05 : 1.2
    return min(
      Double(word.box.right),
      Double(word.box.left) + TypeWidth.of(word.text.prefix(count)) * type.em * slack)
  }

  private func type(of anchors: [PlacedWord]) -> TypeSize {
    let types = anchors.compactMap(\.type).filter { (0.75...1.3).contains($0.em / em) }
    let bases = types.isEmpty ? anchors.map { Double($0.box.bottom) - 0.1 * em } : types.map(\.base)
    let sizes = (types.map(\.em) + [em]).sorted()
    return TypeSize(em: sizes[sizes.count / 2], base: bases.sorted()[bases.count / 2])
  }

  private func blank(
    _ slot: HandReading.Slot, _ left: Double, _ right: Double, _ type: TypeSize, _ row: [PlacedWord]
  ) -> FormBlank {
    // Boxes of the words around may reach a little over the blank.
    let margin = 0.2 * type.em
    let filled = row.filter { Double($0.box.right) > left + margin && Double($0.box.left) < right - margin }
    return FormBlank(slot: slot, left: left, right: max(left, right), type: type, words: filled.map(\.word))
  }

  /// Equal but for one letter.
  static func isNear(_ text: String, _ key: String) -> Bool {
    if text == key { return true }
    let (one, other) = (Array(text), Array(key))
    guard one.count >= 3, abs(one.count - other.count) <= 1 else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    return start + end >= max(one.count, other.count) - 1
  }
}

extension TypeSize {
  init(em: Double, base: Double) {
    self.em = em
    self.base = base
  }
}
