import SoHoaModel
import SoHoaStructure

/// Place and date of issue (ô 4). A blank or impossible date stays null and is reported.
struct PlaceAndDateExtractor: Sendable {
  struct Result: Sendable {
    var place: Field<String>?
    var date: Field<DateValue>?
    /// For resolving other dates.
    var calendar: CalendarDate?
    /// What a date by hand may say; nil for one in print.
    var ink: DateInk?
    var findings: [Finding] = []
  }

  let gazetteer: Gazetteer

  func read(_ sheet: Sheet) -> Result {
    let text = sheet.joined(.placeAndDate)
    guard text.count > 0 else { return Result() }
    var result = Result()
    let day = Self.dayWord(text) ?? Self.dayless(text)
    result.place = place(sheet, text, before: day ?? text.count)
    if let day { readDate(sheet, text, from: day, into: &result) }
    if result.place == nil, !hasHeader(sheet) { result = doubted(result) }
    return result
  }

  private func hasHeader(_ sheet: Sheet) -> Bool {
    [.nationalTitle, .motto, .documentNumber].contains { !sheet.lines($0).isEmpty }
  }

  /// A date without a place and without a header around it may be any date.
  private func doubted(_ result: Result) -> Result {
    var result = result
    if let date = result.date, let value = date.value {
      result.date?.alternatives = [value]
      result.date?.value = nil
      result.date?.confidence = min(date.confidence, 0.3)
    }
    result.calendar = nil
    return result
  }

  /// `ngày`, also with the day run into it, or what is left of it: not the end of a place that looks like it
  /// (`Quảng Ngãi`).
  private static func dayWord(_ text: TokenText) -> Int? {
    text.indices.last { text[$0].folded.hasPrefix("ngay") }
      ?? text.indices.last { isNear(text[$0].folded, "ngay") }
  }

  private static func dayless(_ text: TokenText) -> Int? { text.indices.first { text[$0].folded == "thang" } }

  private static func isNear(_ folded: String, _ key: String) -> Bool {
    folded == key
      || folded.count >= 3
        && Approximate.distance(
          Array(folded.utf8)[...], Array(key.utf8)[...], limit: 1) != nil
  }

  // MARK: Place

  private func place(_ sheet: Sheet, _ text: TokenText, before end: Int) -> Field<String>? {
    var range = 0..<end
    while let last = range.last, text[last].kind == .mark { range = range.lowerBound..<last }
    guard !range.isEmpty, text[range.lowerBound].isCapitalised else { return nil }
    let words = text.words(range)
    let name = Self.name(words)
    if words.contains(where: { Folding.folded($0.text) != Folding.folded($0.observed.text) }) {
      let proposals = [text.text(range), name]
      return sheet.fields.field(
        text, range, value: nil, certainty: 0.4, rule: "place/damaged", alternatives: proposals)
    }
    let certainty = gazetteer.isPlaceAsWritten(name) ? 0.99 : gazetteer.isPlace(name) ? 0.8 : 0.75
    return sheet.fields.field(text, range, value: name, certainty: certainty, rule: "place/before-date")
  }

  /// Proper names stand as they were observed, if that has marks of its own.
  private static func name(_ words: ArraySlice<Word>) -> String {
    let text = words.map(BodyNames.proper).joined(separator: " ")
    return String(text.reversed().drop { ",.;: ".contains($0) }.reversed())
  }

  // MARK: Date

  private func readDate(_ sheet: Sheet, _ text: TokenText, from start: Int, into result: inout Result) {
    let range = start..<text.count
    let hands = HandDate(sheet.hands, text)
    let parts = DateParts(
      text, from: start, sheet.index, handwriting: sheet.handwriting, day: hands.day, month: hands.month)
    defer { hands.fill(&result, parts) }
    switch parts.reading {
    case .date(let date) where date.isPossible:
      result.calendar = date
      result.date = sheet.fields.field(
        text, start..<parts.end, value: DateValue(edtf: date.edtf), certainty: 0.99, rule: "issue-date/words")
    case .date(let date):
      let alternative = DateValue(edtf: date.edtf)
      result.date = sheet.fields.field(
        text, range, value: nil, certainty: 0.5, rule: "issue-date/words", alternatives: [alternative])
      result.findings.append(DateFindings.impossible(text, range))
    case .proposal(let date):
      let alternatives = date.isPossible ? [DateValue(edtf: date.edtf)] : []
      result.date = sheet.fields.field(
        text, range, value: nil, certainty: 0.5, rule: "issue-date/words", alternatives: alternatives)
      result.findings.append(DateFindings.unreadable(text, range))
    case .blank(let month):
      let alternatives = month.flatMap { $0.isPossible ? [DateValue(edtf: $0.edtf)] : nil } ?? []
      result.date = sheet.fields.field(
        text, range, value: nil, certainty: 0.5, rule: "issue-date/words", alternatives: alternatives)
      result.findings.append(DateFindings.blank(text, range))
    case .none:
      result.date = sheet.fields.field(
        text, range, value: nil, certainty: 0.3, rule: "issue-date/words", alternatives: [])
      result.findings.append(DateFindings.unreadable(text, range))
    }
  }
}

/// The three numbers of `ngày 21 tháng 8 năm 2025`, each of which may be blank or damaged.
struct DateParts: Sendable {
  enum Reading: Hashable, Sendable {
    case date(CalendarDate)
    /// Digits had to be supposed.
    case proposal(CalendarDate)
    /// The day (or the month) is not filled in.
    case blank(CalendarDate?)
    case none
  }

  let reading: Reading
  /// A number as the engine read it.
  struct Printed: Hashable, Sendable {
    let number: Int
    /// 0...1; 1 for what is sure.
    let confidence: Double
  }

  let day, month: Printed?
  /// Read for sure.
  let year: Int?
  /// Past the last token of the date.
  let end: Int

  /// - Parameters:
  ///   - day, month: what is written there by hand, where something is.
  init(
    _ text: TokenText, from start: Int, _ index: WordIndex, handwriting: [Int: [BoundingBox]],
    day handDay: HandReading? = nil, month handMonth: HandReading? = nil
  ) {
    let month = Self.find("thang", text, from: start) ?? Self.findSplit("tha", "ng", text, from: start)
    let year = Self.find("nam", text, from: month ?? start)
    let monthEnd = month.map { text[$0].folded == "tha" ? $0 + 2 : $0 + 1 } ?? start
    end = year.map { min($0 + 2, text.count) } ?? text.count
    guard let month, let year else {
      reading = .none
      (self.day, self.month, self.year) = (nil, nil, nil)
      return
    }
    let check = PrintCheck(date: text, number: text, index, handwriting: handwriting)
    let isRunIn = text[start].folded.hasPrefix("ngay") && text[start].kind == .mixed
    let printedDay = isRunIn ? .unreadable : Self.number(text, (start + 1)..<max(start + 1, month), check)
    let printedMonth = Self.number(text, monthEnd..<max(monthEnd, year), check)
    let yearNumber = Self.number(text, (year + 1)..<max(year + 1, min(year + 2, text.count)), check)
    let day = printedDay.filled(by: handDay)
    let monthNumber = printedMonth.filled(by: handMonth)
    self.day = Self.printed(printedDay, text, (start + 1)..<max(start + 1, month))
    self.month = Self.printed(printedMonth, text, monthEnd..<max(monthEnd, year))
    self.year = yearNumber.sure
    reading = Self.reading(day, monthNumber, yearNumber)
  }

  fileprivate enum Part {
    case sure(Int)
    case supposed(Int)
    case blank, unreadable
  }

  private static func printed(_ part: Part, _ text: TokenText, _ range: Range<Int>) -> Printed? {
    switch part {
    case .sure(let number): Printed(number: number, confidence: 1)
    case .supposed(let number):
      Printed(number: number, confidence: text.words(range).map { $0.confidence(as: number) }.min() ?? 0)
    case .blank, .unreadable: nil
    }
  }

  private static func reading(_ day: Part, _ month: Part, _ year: Part) -> Reading {
    if case .sure(let day) = day, case .sure(let month) = month, case .sure(let year) = year {
      return .date(CalendarDate(year: year, month: month, day: day))
    }
    if case .blank = day {
      guard case .sure(let month) = month, case .sure(let year) = year else { return .blank(nil) }
      return .blank(CalendarDate(year: year, month: month))
    }
    if case .blank = month { return .blank(nil) }
    guard let day = day.value, let month = month.value, let year = year.value else { return .none }
    return .proposal(CalendarDate(year: year, month: month, day: day))
  }

  private static func find(_ key: String, _ text: TokenText, from start: Int) -> Int? {
    if let exact = (start..<text.count).first(where: { text[$0].folded == key }) { return exact }
    let key = Array(key.utf8)
    return (start..<text.count).first { position in
      let folded = Array(text[position].folded.utf8)
      return Approximate.distance(folded[...], key[...], limit: 1) != nil && text[position].kind == .word
    }
  }

  /// `thá ng`: a word that has come apart.
  private static func findSplit(_ first: String, _ second: String, _ text: TokenText, from start: Int) -> Int?
  {
    (start..<text.count).first { text[$0].folded == first && text.at($0 + 1)?.folded == second }
  }

  private static func number(_ text: TokenText, _ range: Range<Int>, _ check: PrintCheck) -> Part {
    let tokens = text.tokens[range].filter { $0.kind != .mark }
    if tokens.isEmpty {
      let isFilled = text.tokens[range].contains { !"._…,-–—~'".contains($0.text) }
      return isFilled ? .unreadable : .blank
    }
    guard tokens.count == 1 else { return .unreadable }
    let token = tokens[0]
    let isSure =
      check.isSure(text.words[token.word]) && !isCutShort(token, text, range)
      && text.tokens[range].allSatisfy { $0.kind != .mark || "._…,".contains($0.text) }
    if let value = token.number { return isSure ? .sure(value) : .supposed(value) }
    return LookAlikes.digits(token.text).flatMap { Int($0) }.map { .supposed($0) } ?? .unreadable
  }

  /// Days below 10 and the months 1 and 2 are written with 0 (Nghị định 30/2020): a single digit on a scan
  /// may have lost its neighbour.
  private static func isCutShort(_ token: Token, _ text: TokenText, _ range: Range<Int>) -> Bool {
    guard token.text.count == 1, text.words[token.word].box != nil, let value = token.number else {
      return false
    }
    let isMonth = ["thang", "ng"].contains(text.at(range.lowerBound - 1)?.folded)
    return !isMonth || value <= 2
  }
}

extension Word {
  /// How sure one of its readings is that says so.
  fileprivate func confidence(as number: Int) -> Double {
    alternatives.first { Int($0.text) == number }.map { max(confidence, $0.confidence) } ?? confidence
  }
}

extension DateParts.Part {
  fileprivate var sure: Int? {
    if case .sure(let value) = self { value } else { nil }
  }

  /// What is written by hand; where the print was read and says otherwise, neither is sure.
  fileprivate func filled(by hand: HandReading?) -> Self {
    guard let hand else { return self }
    if let answer = hand.answer.flatMap({ Int($0.text) }) {
      return sure == nil || sure == answer ? .sure(answer) : .supposed(answer)
    }
    return hand.numbers.first.flatMap { Int($0) }.map { .supposed($0) } ?? .unreadable
  }

  fileprivate var value: Int? {
    switch self {
    case .sure(let value), .supposed(let value): value
    case .blank, .unreadable: nil
    }
  }
}

enum DateFindings {
  static func blank(_ text: TokenText, _ range: Range<Int>) -> Finding {
    finding(
      "date.blank", text, range,
      Message(
        en: "the date of issue is not filled in; take it from the register when it is issued",
        vi: "ngày ban hành còn để trống; hãy lấy ngày từ sổ đăng ký khi ban hành"))
  }

  static func impossible(_ text: TokenText, _ range: Range<Int>) -> Finding {
    finding(
      "date.impossible", text, range,
      Message(
        en: "“\(text.text(range))” is no date of the calendar; compare with the paper",
        vi: "“\(text.text(range))” không phải là ngày có thật; hãy đối chiếu với bản giấy"))
  }

  static func unreadable(_ text: TokenText, _ range: Range<Int>) -> Finding {
    finding(
      "date.unreadable", text, range,
      Message(
        en: "the date of issue “\(text.text(range))” cannot be read for certain; compare with the paper",
        vi: "không đọc được chắc chắn ngày ban hành “\(text.text(range))”; hãy đối chiếu với bản giấy"))
  }

  private static func finding(
    _ code: String, _ text: TokenText, _ range: Range<Int>, _ message: Message
  ) -> Finding {
    let words = text.words(range)
    return Finding(
      .warning, code, message, page: words.first?.id.page, box: words.compactMap(\.box).union(),
      words: words.map(\.id))
  }
}
