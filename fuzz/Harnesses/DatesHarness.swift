import Foundation
import SoHoaModel

@testable import SoHoaExtraction

extension Harness {
  /// Grammars of dates, days that come again, terms, amounts and symbols, at every token of a line.
  static let dates = Harness(name: "dates") { data in
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count <= 2000 else { return [] }
    let text = TokenText(
      words.enumerated().map { index, word in
        Word(
          id: ID(page: 1, index: index + 1), box: nil,
          observed: Reading(text: String(word), confidence: 1, stage: "text"))
      })
    var faults = Faults()
    for start in text.indices { try check(text, at: start, &faults) }
    return faults.all
  }

  private static let money = Result { try MoneyGrammar(dictionaries) }

  private static func check(_ text: TokenText, at start: Int, _ faults: inout Faults) throws {
    if let match = DateGrammar().match(text, at: start) { check(match, text, start, &faults) }
    if let match = SymbolGrammar().match(text, at: start) { check(match, text, start, &faults) }
    if let match = try money.get().match(text, at: start) {
      check(match.tokens, text, start, &faults)
      faults.unless(
        (match.alternatives + [match.money].compactMap(\.self)).allSatisfy { $0.amount >= 0 },
        "less than nothing")
    }
    if let match = TermGrammar().match(text, at: start) {
      faults.unless(match.tokens.contains(start), "a term that its number is no part of")
      faults.unless(match.tokens.upperBound <= text.count && match.tokens.lowerBound >= 0, "beyond the line")
      faults.unless(match.term.count > 0 || match.isDamaged, "a term of \(match.term.count)")
    }
    if let match = RecurringDayGrammar().match(text, at: start) {
      check(match.tokens, text, start, &faults)
    }
  }

  private static func check(
    _ match: DateGrammar.Match, _ text: TokenText, _ start: Int, _ faults: inout Faults
  ) {
    check(match.tokens, text, start, &faults)
    guard match.isPossible, !match.isDamaged, match.tokens.upperBound <= text.count else { return }
    let printed = Set(text.tokens[match.tokens].compactMap(\.number))
    faults.unless(match.edtf != nil, "a possible date that cannot be written")
    if let year = match.start.year { faults.unless(printed.contains(year), "the year \(year) is not there") }
    if let day = match.start.day { faults.unless(printed.contains(day), "the day \(day) is not there") }
    guard match.form == .date || match.form == .month, let month = match.start.month else { return }
    faults.unless(printed.contains(month), "the month \(month) is not there")
  }

  /// What was read from a symbol are characters that stand there.
  private static func check(
    _ match: SymbolGrammar.Match, _ text: TokenText, _ start: Int, _ faults: inout Faults
  ) {
    check(match.tokens, text, start, &faults)
    guard match.tokens.upperBound <= text.count else { return }
    let printed = text.tokens[match.tokens].map(\.text).joined()
    faults.unless(match.full.hasPrefix(match.number), "\(match.full) without its number \(match.number)")
    faults.unless(match.damage > 0 || match.full.filter(\.isLetter) == printed.filter(\.isLetter), match.full)
    faults.unless(
      match.damage >= 0.15 || match.full.filter(\.isNumber) == printed.filter(\.isNumber), match.full)
  }

  private static func check(_ tokens: Range<Int>, _ text: TokenText, _ start: Int, _ faults: inout Faults) {
    faults.unless(tokens.lowerBound == start && !tokens.isEmpty, "a match at \(start) takes \(tokens)")
    faults.unless(tokens.upperBound <= text.count, "a match beyond the line")
  }
}
