import SoHoaModel
import SoHoaStructure

/// A date of the body with the words that say what it does.
struct DatedPhrase: Sendable {
  let statement: Int
  /// With the words of bound and recurrence.
  let tokens: Range<Int>
  let role: DateMention.Role
  let field: Field<DateValue>
}

/// Finds dates, periods and deadlines in title and body, each with its bound, recurrence and role.
struct DatesExtractor: Sendable {
  struct Result: Sendable {
    var dates: [DatedPhrase] = []
    var findings: [Finding] = []
  }

  let phrases: DatePhrases
  /// Date of issue, where it is certain: what `ngày ký` and `từ nay` mean.
  let issued: CalendarDate?

  func dates(_ sheet: Sheet, citations: [Citation]) -> Result {
    let cited = Dictionary(grouping: citations.filter { $0.date != nil }, by: \.statement)
    var result = Result()
    for statement in sheet.statements.indices {
      let reader = DateReader(
        phrases: phrases, issued: issued, sheet: sheet, number: statement,
        cited: (cited[statement] ?? []).map { $0.date!.tokens })
      reader.read(into: &result)
    }
    return result
  }
}

/// Reads the dates of one statement.
struct DateReader: Sendable {
  private let phrases: DatePhrases
  private let issued: CalendarDate?
  private let sheet: Sheet
  private let number: Int
  private let cited: [Range<Int>]
  private let text: TokenText
  private let grammar = DateGrammar()

  init(phrases: DatePhrases, issued: CalendarDate?, sheet: Sheet, number: Int, cited: [Range<Int>]) {
    self.phrases = phrases
    self.issued = issued
    self.sheet = sheet
    self.number = number
    self.cited = cited
    text = sheet.statements[number].text
  }

  func read(into result: inout DatesExtractor.Result) {
    var position = 0
    while position < text.count {
      if let phrase = special(at: position) {
        result.dates.append(phrase)
        position = phrase.tokens.upperBound
      } else if let match = grammar.match(text, at: position) {
        if let phrase = phrase(match, &result.findings) { result.dates.append(phrase) }
        position = intervalEnd(match)?.tokens.upperBound ?? match.tokens.upperBound
      } else {
        position += 1
      }
    }
  }

  // MARK: Anchored to the date of issue

  /// `có hiệu lực kể từ ngày ký`, `Từ nay đến hết năm 2025`
  private func special(at position: Int) -> DatedPhrase? {
    if text.says(["ngay", "ky"], at: position), isEffect(before: position) {
      let start = phrases.bound(text, before: position)?.start ?? position
      return made(
        start..<(position + 2), DateValue(edtf: issued?.edtf, bound: .from), .effective, "date/signing",
        isSure: issued != nil)
    }
    guard text.says(["tu", "nay", "den"], at: position) else { return nil }
    let next = text.at(position + 3)?.folded == "het" ? position + 4 : position + 3
    guard let match = grammar.match(text, at: next), match.isPossible, !match.isDamaged, let end = match.edtf
    else { return nil }
    let value = DateValue(edtf: issued?.edtf.map { "\($0)/\(end)" }, bound: .during)
    return made(
      position..<match.tokens.upperBound, value, .period, "date/from-now", isSure: issued != nil)
  }

  private func isEffect(before position: Int) -> Bool {
    (0...6).contains { text.says(["hieu", "luc"], at: position - 2 - $0) }
  }

  // MARK: Usual forms

  private func phrase(_ match: DateGrammar.Match, _ findings: inout [Finding]) -> DatedPhrase? {
    if !match.isPossible { findings.append(DateFindings.impossible(text, match.tokens)) }
    let isSure = match.isPossible && !match.isDamaged
    if cited.contains(where: { $0.overlaps(match.tokens) }) {
      return made(
        match.tokens, DateValue(edtf: match.edtf), .citedDocument, "date/cited", isSure: isSure)
    }
    if let interval = intervalEnd(match) { return period(match, interval, isSure: isSure) }
    let time = time(before: match.tokens.lowerBound)
    let start = time?.start ?? match.tokens.lowerBound
    let bound = phrases.bound(text, before: start)
    let recurrence = phrases.recurrence(text, at: match.tokens.upperBound)
    if match.form == .year, bound == nil { return nil }
    let value = DateValue(
      edtf: match.edtf.map { $0 + (time?.text ?? "") }, bound: bound?.bound ?? Self.usualBound(match),
      recurrence: recurrence?.recurrence)
    let range = (bound?.start ?? start)..<(recurrence?.end ?? match.tokens.upperBound)
    return made(range, value, role(match, value, range), "date/\(match.form)", isSure: isSure)
  }

  private func made(
    _ range: Range<Int>, _ value: DateValue, _ role: DateMention.Role, _ rule: String, isSure: Bool
  ) -> DatedPhrase {
    let field = sheet.fields.field(
      text, range, value: isSure ? value : nil, certainty: isSure ? 0.97 : 0.4, rule: rule,
      alternatives: isSure ? [] : [value])
    return DatedPhrase(statement: number, tokens: range, role: role, field: field)
  }

  private static func usualBound(_ match: DateGrammar.Match) -> DateValue.Bound {
    switch match.form {
    case .years, .months, .month, .quarter, .year: .during
    case .date, .dayOfYear, .dayOfMonth: .on
    }
  }

  // MARK: Intervals

  /// `đến (hết) (ngày) …` right behind a date that `từ` stands before.
  private func intervalEnd(_ match: DateGrammar.Match) -> DateGrammar.Match? {
    guard text.at(match.tokens.lowerBound - 1)?.folded == "tu" else { return nil }
    var position = match.tokens.upperBound
    if text.at(position)?.text == "," { position += 1 }
    guard text.at(position)?.folded == "den" else { return nil }
    position += text.at(position + 1)?.folded == "het" ? 2 : 1
    guard let end = grammar.match(text, at: position), end.form == match.form || end.form == .date else {
      return nil
    }
    return end
  }

  private func period(
    _ start: DateGrammar.Match, _ end: DateGrammar.Match, isSure: Bool
  ) -> DatedPhrase? {
    var first = start.start
    if first.year == nil { first.year = end.start.year }
    guard let from = first.edtf, let to = end.edtf else { return nil }
    let value = DateValue(edtf: "\(from)/\(to)", bound: .during)
    return made(
      (start.tokens.lowerBound - 1)..<end.tokens.upperBound, value, .period, "date/interval",
      isSure: isSure && end.isPossible && !end.isDamaged && from <= to)
  }

  // MARK: Time of day

  /// `10 giờ 00 (phút)` right before a date.
  private func time(before position: Int) -> (start: Int, text: String)? {
    var end = position
    if text.at(end - 1)?.text == "," { end -= 1 }
    if text.at(end - 1)?.folded == "phut" { end -= 1 }
    var minutes = 0
    if let token = text.at(end - 1), let value = token.number, token.text.count == 2,
      text.at(end - 2)?.folded == "gio"
    {
      minutes = value
      end -= 1
    }
    guard text.at(end - 1)?.folded == "gio", let hours = text.at(end - 2)?.number, hours < 25, minutes < 60
    else { return nil }
    return (end - 2, "T\(Self.two(hours)):\(Self.two(minutes))")
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  // MARK: Role

  private func role(
    _ match: DateGrammar.Match, _ value: DateValue, _ range: Range<Int>
  ) -> DateMention.Role {
    if isEffect(before: range.lowerBound)
      || text.says(["ke", "tu"], at: range.lowerBound) && match.form == .date
    {
      return .effective
    }
    if value.recurrence != nil { return .recurringDeadline }
    switch value.bound {
    case .before, .by: return .deadline
    case .from, .until: return .period
    case .during: return text[range.lowerBound].folded == "trong" && isDue(range) ? .deadline : .period
    case .on: return text.at(range.lowerBound - 1)?.folded == "vao" && isDue(range) ? .deadline : .mention
    }
  }

  private func isDue(_ range: Range<Int>) -> Bool {
    sheet.statements[number].place == .body && phrases.isDue(text, before: range.lowerBound)
  }
}
