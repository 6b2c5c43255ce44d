import SoHoaModel
import SoHoaStructure

/// A date of the body with the words that say what it does.
struct DatedPhrase: Sendable {
  let statement: Int
  /// With the words of bound and recurrence.
  let tokens: Range<Int>
  let value: DateValue
  let role: DateMention.Role
  let field: Field<DateValue>
}

/// Finds dates, periods and deadlines in title and body, each with its bound, recurrence and role.
struct DatesExtractor: Sendable {
  let phrases: DatePhrases

  struct Result: Sendable {
    var dates: [DatedPhrase] = []
    var findings: [Finding] = []
  }

  func dates(_ sheet: Sheet, citations: [Citation]) -> Result {
    let cited = Dictionary(grouping: citations.filter { $0.date != nil }, by: \.statement)
    var result = Result()
    for statement in sheet.statements.indices {
      read(statement, sheet, cited: cited[statement] ?? [], into: &result)
    }
    return result
  }

  private func read(_ statement: Int, _ sheet: Sheet, cited: [Citation], into result: inout Result) {
    let text = sheet.statements[statement].text
    var position = 0
    while position < text.count {
      guard let match = DateGrammar().match(text, at: position) else {
        position += 1
        continue
      }
      let isCited = cited.contains {
        $0.date?.tokens == match.tokens
          || $0.tokens.overlaps(match.tokens) && $0.date!.tokens.overlaps(match.tokens)
      }
      if let phrase = phrase(match, statement, sheet, isCited: isCited, &result.findings) {
        result.dates.append(phrase)
      }
      position = match.tokens.upperBound
    }
  }

  private func phrase(
    _ match: DateGrammar.Match, _ statement: Int, _ sheet: Sheet, isCited: Bool, _ findings: inout [Finding]
  ) -> DatedPhrase? {
    let text = sheet.statements[statement].text
    let bound = isCited ? nil : phrases.bound(text, before: match.tokens.lowerBound)
    let recurrence = isCited ? nil : phrases.recurrence(text, at: match.tokens.upperBound)
    if match.form == .year, bound == nil, !isCited { return nil }
    let range = (bound?.start ?? match.tokens.lowerBound)..<(recurrence?.end ?? match.tokens.upperBound)
    let value = DateValue(
      edtf: match.edtf, bound: isCited ? .on : self.bound(match, bound?.bound),
      recurrence: recurrence?.recurrence)
    let role = isCited ? .citedDocument : role(match, value, text, range, sheet.statements[statement])
    if !match.isPossible { findings.append(DateFindings.impossible(text, match.tokens)) }
    let isSure = match.isPossible && !match.isDamaged
    let field = sheet.fields.field(
      text, range, value: isSure ? value : nil, certainty: isSure ? 0.97 : 0.4, rule: "date/\(match.form)",
      alternatives: isSure ? [] : [value])
    return DatedPhrase(statement: statement, tokens: range, value: value, role: role, field: field)
  }

  private func bound(_ match: DateGrammar.Match, _ printed: DateValue.Bound?) -> DateValue.Bound {
    if let printed { return printed }
    switch match.form {
    case .years, .month, .quarter, .year: return .during
    case .date, .dayOfYear: return .on
    }
  }

  private func role(
    _ match: DateGrammar.Match, _ value: DateValue, _ text: TokenText, _ range: Range<Int>,
    _ statement: Statement
  ) -> DateMention.Role {
    if isEffect(text, before: range.lowerBound) { return .effective }
    if value.recurrence != nil { return .recurringDeadline }
    switch value.bound {
    case .before, .by: return .deadline
    case .from, .until, .during: return .period
    case .on: return match.form == .date || match.form == .dayOfYear ? .mention : .period
    }
  }

  /// `có hiệu lực (thi hành) (kể từ) ngày …`
  private func isEffect(_ text: TokenText, before position: Int) -> Bool {
    (0...5).contains { text.says(["hieu", "luc"], at: position - 2 - $0) }
  }
}
