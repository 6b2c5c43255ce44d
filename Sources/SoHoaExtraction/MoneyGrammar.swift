import SoHoaDictionaries
import SoHoaModel

/// Amounts of money: `680.000.000 đồng`, `1,5 tỷ đồng`, `250 triệu đồng`.
///
///     amount := digits (("." | "," | " ") digits)* UNIT
struct MoneyGrammar: Sendable {
  struct Match: Hashable, Sendable {
    /// Nil where the figure can be read in two ways.
    let money: Money?
    let alternatives: [Money]
    let tokens: Range<Int>
  }

  private struct Unit: Sendable {
    let factor: Int
    let currency: String
  }

  private let phrases: WrittenPhrases
  private let units: [Unit]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("money_units.tsv")
    phrases = WrittenPhrases(table.column("phrase"))
    units = zip(table.column("factor"), table.column("currency")).map {
      Unit(factor: Int($0) ?? 1, currency: $1)
    }
  }

  /// The first amount in some tokens.
  func first(_ text: TokenText, in range: Range<Int>) -> Match? {
    for position in range where text[position].kind == .number && isStart(text, position) {
      if let match = match(text, at: position), match.tokens.upperBound <= range.upperBound { return match }
    }
    return nil
  }

  /// - Parameter unit: what the head of the column says, where the cell has the bare figure.
  func match(_ text: TokenText, at start: Int, unit printed: (factor: Int, currency: String)? = nil) -> Match?
  {
    guard text.at(start)?.kind == .number else { return nil }
    var end = start + 1
    while let mark = text.at(end), mark.text == "." || mark.text == ",", !mark.hasSpaceBefore,
      let next = text.at(end + 1), next.kind == .number, !next.hasSpaceBefore
    {
      end += 2
    }
    while text.at(end)?.kind == .number, text[end].text.count == 3,
      end == start + 1 || isSpaced(text, start, end)
    {
      end += 1
    }
    if let found = phrases.match(text, at: end) {
      let unit = units[found.index]
      return made(text, start..<end, unit.factor, unit.currency, end: found.end)
    }
    guard let printed, end == text.count else { return nil }
    return made(text, start..<end, printed.factor, printed.currency, end: end)
  }

  /// The unit that some words name: `Kinh phí (triệu đồng)`.
  func unit(in text: TokenText) -> (factor: Int, currency: String)? {
    text.indices.lazy.compactMap { phrases.match(text, at: $0) }.first.map {
      (units[$0.index].factor, units[$0.index].currency)
    }
  }

  /// Groups of three with spaces only: `680 000 000`.
  private func isSpaced(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    (start + 1..<end).allSatisfy { text[$0].kind == .number }
  }

  private func isStart(_ text: TokenText, _ position: Int) -> Bool {
    guard let before = text.at(position - 1), !text[position].hasSpaceBefore else { return true }
    return before.kind == .mark && !"/-.,".contains(before.text)
  }

  private func made(
    _ text: TokenText, _ digits: Range<Int>, _ factor: Int, _ currency: String, end: Int
  ) -> Match {
    let tokens = digits.lowerBound..<end
    let groups = digits.filter { text[$0].kind == .number }.map { text[$0].text }
    let marks = Set(digits.filter { text[$0].kind == .mark }.map { text[$0].text })
    let readings = Self.readings(groups, marks: marks, factor: factor).map {
      Money(amount: $0, currency: currency)
    }
    return Match(
      money: readings.count == 1 ? readings[0] : nil, alternatives: readings.count == 1 ? [] : readings,
      tokens: tokens)
  }

  /// Groups of three are thousands; behind a comma, one or two digits of a large unit are its parts.
  private static func readings(_ groups: [String], marks: Set<String>, factor: Int) -> [Int] {
    guard groups.joined().count <= 15, let whole = Int(groups.joined()) else { return [] }
    if groups.count == 1 { return product(whole, factor).map { [$0] } ?? [] }
    let areThousands = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    let parts = groups.count == 2 ? fraction(groups[0], groups[1], factor) : nil
    if marks == [","], factor >= 1_000_000, let parts { return [parts] }
    if marks.count < 2, areThousands { return product(whole, factor).map { [$0] } ?? [] }
    if groups.count == 2 { return [parts].compactMap { $0 } + [whole].compactMap { product($0, factor) } }
    if marks == [".", ","], factor >= 1000 {
      return fraction(groups.dropLast().joined(), groups.last!, factor).map { [$0] } ?? []
    }
    return []
  }

  private static func product(_ value: Int, _ factor: Int) -> Int? {
    let (result, overflow) = value.multipliedReportingOverflow(by: factor)
    return overflow ? nil : result
  }

  private static func fraction(_ whole: String, _ parts: String, _ factor: Int) -> Int? {
    var scale = factor
    for _ in parts {
      guard scale % 10 == 0 else { return nil }
      scale /= 10
    }
    guard let digits = Int(whole + parts) else { return nil }
    return product(digits, scale)
  }
}
