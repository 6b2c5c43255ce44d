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

  /// - Parameters:
  ///   - dueCells: statements that are cells of a table under `thời hạn`.
  ///   - own: the document's number; its own date is none of another document.
  func dates(
    _ sheet: Sheet, citations: [Citation], dueCells: Set<Int> = [], own: String? = nil
  ) -> Result {
    let cited = Dictionary(grouping: citations.filter { $0.date != nil }, by: \.statement)
    var result = Result()
    for statement in sheet.statements.indices {
      let reader = DateReader(
        phrases: phrases, issued: issued, sheet: sheet, number: statement,
        cited: (cited[statement] ?? []).map {
          ($0.date!.tokens, isOwn: $0.number.full != nil && $0.number.full == own)
        }, isDueCell: dueCells.contains(statement))
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
  private let cited: [(tokens: Range<Int>, isOwn: Bool)]
  private let text: TokenText
  private let isDueCell: Bool
  private let grammar = DateGrammar()
  private let recurring = RecurringDayGrammar()

  init(
    phrases: DatePhrases, issued: CalendarDate?, sheet: Sheet, number: Int,
    cited: [(tokens: Range<Int>, isOwn: Bool)],
    isDueCell: Bool = false
  ) {
    self.isDueCell = isDueCell
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
      if let phrase = special(at: position) ?? recurring(at: position) ?? term(at: position) {
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
    return fromNow(at: position) ?? partialInterval(at: position)
  }

  private func fromNow(at position: Int) -> DatedPhrase? {
    guard text.says(["tu", "nay"], at: position), text.at(position + 2)?.folded == "den" else { return nil }
    let word = text.at(position + 3)?.folded
    let next = word == "het" || word == "cuoi" ? position + 4 : position + 3
    guard let match = grammar.match(text, at: next), match.isPossible, !match.isDamaged, let end = match.edtf
    else { return nil }
    let value = DateValue(edtf: issued?.edtf.map { "\($0)/\(end)" }, bound: .during)
    return made(
      position..<match.tokens.upperBound, value, .period, "date/from-now", isSure: issued != nil)
  }

  // MARK: Anchored to another event, or coming again

  private func term(at position: Int) -> DatedPhrase? {
    guard sheet.statements[number].place != .basis, let match = TermGrammar().match(text, at: position)
    else { return nil }
    let end = match.isFromSigning && !match.isDamaged ? issued?.adding(match.term)?.edtf : nil
    let value = DateValue(edtf: end, bound: .by, term: match.term)
    return made(match.tokens, value, .deadline, "date/term", isSure: !match.isDamaged, certainty: 0.93)
  }

  private func recurring(at position: Int) -> DatedPhrase? {
    guard
      let match = recurring.match(text, at: position)
        ?? (isDueCell ? recurring.bare(text, at: position) : nil)
    else { return daily(at: position) }
    let time = time(before: match.tokens.lowerBound)
    let start = time?.start ?? match.tokens.lowerBound
    let bound = phrases.bound(text, before: start)
    let value = DateValue(edtf: match.edtf, bound: bound?.bound ?? .on, recurrence: match.recurrence)
    return made(
      (bound?.start ?? start)..<match.tokens.upperBound, value, .recurringDeadline, "date/recurring",
      isSure: !match.isDamaged)
  }

  /// `trước 16 giờ 00 phút hằng ngày`
  private func daily(at position: Int) -> DatedPhrase? {
    guard let match = recurring.bare(text, at: position), match.recurrence == .daily,
      let time = time(before: position), let bound = phrases.bound(text, before: time.start)
    else { return nil }
    let value = DateValue(edtf: time.text, bound: bound.bound, recurrence: .daily)
    return made(bound.start..<match.tokens.upperBound, value, .recurringDeadline, "date/daily", isSure: true)
  }

  private func isEffect(before position: Int) -> Bool {
    (0...6).contains { text.says(["hieu", "luc"], at: position - 2 - $0) }
  }

  // MARK: Usual forms

  private func phrase(_ match: DateGrammar.Match, _ findings: inout [Finding]) -> DatedPhrase? {
    if !match.isPossible { findings.append(DateFindings.impossible(text, match.tokens)) }
    let isSure = match.isPossible && !match.isDamaged
    if let citation = cited.first(where: { $0.tokens.overlaps(match.tokens) }) {
      if citation.isOwn { return nil }
      return made(
        match.tokens, DateValue(edtf: match.edtf), .citedDocument, "date/cited", isSure: isSure)
    }
    if isInCitedTitle(match) { return nil }
    if let interval = intervalEnd(match) { return period(match, interval, isSure: isSure) }
    let time = time(before: match.tokens.lowerBound)
    let first = time?.start ?? match.tokens.lowerBound
    let start = weekday(before: first)?.start ?? first
    let bound = phrases.bound(text, before: start)
    let recurrence = phrases.recurrence(text, at: match.tokens.upperBound)
    if match.form == .year, bound == nil, !isDueCell { return nil }
    var value = DateValue(
      edtf: match.edtf.map { $0 + (time?.text ?? "") }, bound: bound?.bound ?? Self.usualBound(match),
      recurrence: recurrence?.recurrence)
    let range = (bound?.start ?? start)..<(recurrence?.end ?? match.tokens.upperBound)
    let role = role(match, value, range)
    guard isWeekdayRight(match, before: first, &findings) else {
      return made(range, value, role, "date/weekday", isSure: false)
    }
    if match.form == .dayOfYear, recurrence == nil {
      let year = year(of: match, role)
      var date = match.start
      date.year = year.value
      value.edtf = date.edtf.map { $0 + (time?.text ?? "") }
      return made(
        range, value, role, "date/\(match.form)", isSure: isSure && year.isCertain && date.isPossible,
        certainty: 0.88)
    }
    let mayBeCited =
      sheet.statements[number].place == .opening && (match.form == .year || match.form == .years)
    let isTold = bound != nil || role != .mention && role != .period
    return made(
      range, value, role, "date/\(match.form)", isSure: isSure,
      certainty: mayBeCited ? Self.guessed : isTold ? 0.97 : Self.untold)
  }

  /// A year in the opening may stand in the title of what is cited there.
  private static let guessed = 0.78

  /// No word says what happens on the day.
  private static let untold = 0.92

  /// Years in a legal basis are those of the title of what is cited.
  private func isInCitedTitle(_ match: DateGrammar.Match) -> Bool {
    sheet.statements[number].place == .basis && (match.form == .year || match.form == .years)
  }

  // MARK: What the paper leaves out

  /// A day without a year: that of the dates right behind it in a list, else, if something shall be done by then,
  /// the year of issue, where the day is still to come in it. Else what the year may be.
  private func year(of match: DateGrammar.Match, _ role: DateMention.Role) -> (value: Int?, isCertain: Bool) {
    if let year = yearBehind(match.tokens.upperBound) { return (year, true) }
    guard let issued, let year = issued.year else { return (nil, false) }
    var date = match.start
    date.year = year
    guard let day = date.dayNumber, let issue = issued.dayNumber else { return (year, false) }
    return (year, role == .deadline && day >= issue)
  }

  /// `ngày 21/8 và ngày 22/8/2026`
  private func yearBehind(_ end: Int) -> Int? {
    var position = end
    for _ in 0..<4 {
      guard let mark = text.at(position), [",", "và", "-", "–"].contains(mark.text),
        let next = grammar.match(text, at: position + 1)
      else { return nil }
      if next.form == .date, next.isPossible, !next.isDamaged { return next.start.year }
      guard next.form == .dayOfYear else { return nil }
      position = next.tokens.upperBound
    }
    return nil
  }

  /// `thứ Hai, ngày …`, `sáng thứ Hai (ngày …`
  private func weekday(before position: Int) -> (number: Int, start: Int)? {
    var end = position
    if let mark = text.at(end - 1)?.text, mark == "," || mark == "(" { end -= 1 }
    return RecurringDayGrammar.weekday(text, at: end - 2).map { ($0, end - 2) }
  }

  private func isWeekdayRight(
    _ match: DateGrammar.Match, before start: Int, _ findings: inout [Finding]
  ) -> Bool {
    guard match.form == .date, match.isPossible, let actual = match.start.weekday else { return true }
    let behind =
      text.at(match.tokens.upperBound)?.text == "("
      ? RecurringDayGrammar.weekday(text, at: match.tokens.upperBound + 1) : nil
    guard let printed = weekday(before: start)?.number ?? behind, printed != actual else { return true }
    findings.append(DateFindings.weekday(text, match.tokens, printed: printed, actual: actual))
    return false
  }

  private func made(
    _ range: Range<Int>, _ value: DateValue, _ role: DateMention.Role, _ rule: String, isSure: Bool,
    certainty: Double = 0.97
  ) -> DatedPhrase {
    let field = sheet.fields.field(
      text, range, value: isSure ? value : nil, certainty: isSure ? certainty : 0.4, rule: rule,
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

  /// `từ ngày 01 đến ngày 05 tháng 8 năm 2026`, `từ ngày 01/8 - 05/8/2026`: the end says what the start leaves out.
  private func partialInterval(at position: Int) -> DatedPhrase? {
    guard text.at(position)?.folded == "tu" else { return nil }
    let first = text.at(position + 1)?.folded == "ngay" ? position + 2 : position + 1
    guard let day = text.at(first)?.number, text[first].text.count < 3 else { return nil }
    var next = first + 1
    var start = CalendarDate(day: day)
    if text.at(next)?.text == "/", let month = text.at(next + 1)?.number, text[next + 1].text.count < 3 {
      start.month = month
      next += 2
    }
    guard let word = text.at(next), word.folded == "den" || "-–".contains(word.text) else { return nil }
    next += text.at(next + 1)?.folded == "het" ? 2 : 1
    guard let end = grammar.match(text, at: next), end.form == .date, let to = end.edtf else { return nil }
    start.year = end.start.year
    start.month = start.month ?? end.start.month
    guard let from = start.edtf, start.isPossible else { return nil }
    let value = DateValue(edtf: "\(from)/\(to)", bound: .during)
    return made(
      position..<end.tokens.upperBound, value, .period, "date/interval",
      isSure: end.isPossible && !end.isDamaged && from <= to)
  }

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
      (start.tokens.lowerBound - 1)..<end.tokens.upperBound, value, isDueCell ? .deadline : .period,
      "date/interval",
      isSure: isSure && end.isPossible && !end.isDamaged && from <= to)
  }

  // MARK: Time of day

  /// `10 giờ 00 (phút)` or `10h00` right before a date.
  private func time(before position: Int) -> (start: Int, text: String)? {
    var end = position
    if text.at(end - 1)?.text == "," { end -= 1 }
    if let short = text.at(end - 1).flatMap({ Self.shortTime($0.text) }) { return (end - 1, short) }
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

  /// `10h00`, `8h`
  private static func shortTime(_ text: String) -> String? {
    let parts = text.split(separator: "h", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), [0, 2].contains(parts[1].count),
      let hours = Int(parts[0]), let minutes = Int(parts[1].isEmpty ? "0" : parts[1]),
      (0..<25).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return "T\(two(hours)):\(two(minutes))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  // MARK: Role

  private func role(
    _ match: DateGrammar.Match, _ value: DateValue, _ range: Range<Int>
  ) -> DateMention.Role {
    if isDueCell { return value.recurrence == nil ? .deadline : .recurringDeadline }
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
