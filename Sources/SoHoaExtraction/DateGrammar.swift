import SoHoaModel
import SoHoaStructure

/// Dates and periods as a grammar over tokens (forms of Vietnamese official documents):
///
///     date    := ["ngày"] D ("/" | "-" | ".") M ("/" | "-" | ".") Y | "ngày" D "tháng" M ["năm" Y]
///              | "ngày" D "/" M
///     month   := "tháng" M ("/" | "năm") Y
///     quarter := "quý" (I-IV | 1-4) ("/" | "năm") Y
///     period  := ("giai đoạn" | "năm học" | "nhiệm kỳ") Y "-" Y
///     months  := N "tháng" ("đầu" | "cuối") "năm" Y
///     year    := "năm" Y
struct DateGrammar: Sendable {
  enum Form: Hashable, Sendable { case date, dayOfYear, dayOfMonth, month, months, quarter, years, year }

  struct Match: Hashable, Sendable {
    let form: Form
    let start: CalendarDate
    /// Last year of a period.
    var endYear: Int?
    let tokens: Range<Int>
    /// Digits had to be supposed; the value is a proposal.
    var isDamaged = false
    /// Last month of a part of a year.
    var endMonth: Int?

    var isPossible: Bool {
      start.isPossible && (endYear.map { (1900...2100).contains($0) } ?? true)
    }

    var edtf: String? {
      if let endYear, let year = start.year { return "\(year)/\(endYear)" }
      if let endMonth, let first = start.edtf {
        return first + "/" + (CalendarDate(year: start.year, month: endMonth).edtf ?? "")
      }
      return start.edtf
    }
  }

  /// The date that begins at a token; the longest form wins.
  func match(_ text: TokenText, at start: Int) -> Match? {
    guard let token = text.at(start) else { return nil }
    switch token.folded {
    case "ngay": return day(text, at: start)
    case "thang": return month(text, at: start)
    case "quy": return quarter(text, at: start)
    case "giai", "nhiem":
      return text.says(Self.periodWords[token.folded]!, at: start) ? period(text, at: start, 2) : nil
    case "nam":
      return text.says(["nam", "hoc"], at: start) ? period(text, at: start, 2) : year(text, at: start)
    default:
      guard token.kind == .number || token.kind == .mixed else { return nil }
      return slashed(text, at: start, from: start) ?? months(text, at: start)
    }
  }

  private static let periodWords = ["giai": ["giai", "doan"], "nhiem": ["nhiem", "ky"]]

  // MARK: Forms

  private func day(_ text: TokenText, at start: Int) -> Match? {
    if let match = slashed(text, at: start + 1, from: start) { return match }
    guard let day = digits(text.at(start + 1), most: 2) else { return nil }
    if text.at(start + 2)?.folded == "thang", let month = digits(text.at(start + 3), most: 2) {
      return spelled(text, start, day, month)
    }
    if let next = text.at(start + 2)?.folded, next == "hang", text.at(start + 3)?.folded == "thang" {
      return Match(
        form: .dayOfMonth, start: CalendarDate(day: day.value), tokens: start..<(start + 2),
        isDamaged: day.isDamaged)
    }
    guard let stroke = text.at(start + 2), stroke.text == "/", let month = digits(text.at(start + 3), most: 2)
    else { return nil }
    return Match(
      form: .dayOfYear, start: CalendarDate(month: month.value, day: day.value), tokens: start..<(start + 4),
      isDamaged: day.isDamaged || month.isDamaged)
  }

  private func spelled(_ text: TokenText, _ start: Int, _ day: Digits, _ month: Digits) -> Match {
    if text.at(start + 4)?.folded == "nam", let year = digits(text.at(start + 5), most: 4), year.count == 4 {
      return Match(
        form: .date, start: CalendarDate(year: year.value, month: month.value, day: day.value),
        tokens: start..<(start + 6), isDamaged: day.isDamaged || month.isDamaged || year.isDamaged)
    }
    return Match(
      form: .dayOfYear, start: CalendarDate(month: month.value, day: day.value), tokens: start..<(start + 4),
      isDamaged: day.isDamaged || month.isDamaged)
  }

  /// `21/8/2025`, `21-8-2025`, `21.8.2025`
  private func slashed(_ text: TokenText, at position: Int, from start: Int) -> Match? {
    guard let day = digits(text.at(position), most: 2), let first = text.at(position + 1),
      ["/", "-", "."].contains(first.text), let month = digits(text.at(position + 2), most: 2),
      text.at(position + 3)?.text == first.text, let year = digits(text.at(position + 4), most: 4),
      year.count == 4, isTight(text, position, position + 5), !isInside(text, position, position + 5)
    else { return nil }
    return Match(
      form: .date, start: CalendarDate(year: year.value, month: month.value, day: day.value),
      tokens: start..<(position + 5), isDamaged: day.isDamaged || month.isDamaged || year.isDamaged)
  }

  private func month(_ text: TokenText, at start: Int) -> Match? {
    guard let month = digits(text.at(start + 1), most: 2), let next = text.at(start + 2),
      next.text == "/" || next.folded == "nam", let year = digits(text.at(start + 3), most: 4),
      year.count == 4
    else { return nil }
    return Match(
      form: .month, start: CalendarDate(year: year.value, month: month.value), tokens: start..<(start + 4),
      isDamaged: month.isDamaged || year.isDamaged)
  }

  private func quarter(_ text: TokenText, at start: Int) -> Match? {
    guard let token = text.at(start + 1), let quarter = Self.quarters[token.text.uppercased()],
      let next = text.at(start + 2), next.text == "/" || next.folded == "nam",
      let year = digits(text.at(start + 3), most: 4), year.count == 4
    else { return nil }
    return Match(
      form: .quarter, start: CalendarDate(year: year.value, month: quarter * 3 - 2),
      tokens: start..<(start + 4), isDamaged: year.isDamaged, endMonth: quarter * 3)
  }

  /// `6 tháng đầu năm 2026`
  private func months(_ text: TokenText, at start: Int) -> Match? {
    guard let count = text[start].number, (1...11).contains(count), text.says(["thang"], at: start + 1),
      let side = text.at(start + 2)?.folded, side == "dau" || side == "cuoi",
      text.says(["nam"], at: start + 3),
      let year = digits(text.at(start + 4), most: 4), year.count == 4
    else { return nil }
    let first = side == "dau" ? 1 : 13 - count
    return Match(
      form: .months, start: CalendarDate(year: year.value, month: first), tokens: start..<(start + 5),
      isDamaged: year.isDamaged, endMonth: first + count - 1)
  }

  private static let quarters = ["I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4]

  private func period(_ text: TokenText, at start: Int, _ words: Int) -> Match? {
    guard let from = digits(text.at(start + words), most: 4), from.count == 4,
      let dash = text.at(start + words + 1), ["-", "–", "—"].contains(dash.text),
      let to = digits(text.at(start + words + 2), most: 4), to.count == 4
    else { return nil }
    return Match(
      form: .years, start: CalendarDate(year: from.value), endYear: to.value,
      tokens: start..<(start + words + 3), isDamaged: from.isDamaged || to.isDamaged)
  }

  private func year(_ text: TokenText, at start: Int) -> Match? {
    guard let year = digits(text.at(start + 1), most: 4), year.count == 4, !year.isDamaged else { return nil }
    if let dash = text.at(start + 2), ["-", "–"].contains(dash.text),
      let to = digits(text.at(start + 3), most: 4),
      to.count == 4
    {
      return Match(
        form: .years, start: CalendarDate(year: year.value), endYear: to.value, tokens: start..<(start + 4))
    }
    return Match(form: .year, start: CalendarDate(year: year.value), tokens: start..<(start + 2))
  }

  // MARK: Digits

  private struct Digits {
    let value: Int
    let count: Int
    let isDamaged: Bool
  }

  private func digits(_ token: Token?, most: Int) -> Digits? {
    guard let token, token.kind != .mark, token.text.count <= most else { return nil }
    if let value = token.number { return Digits(value: value, count: token.text.count, isDamaged: false) }
    let mended = String(token.text.map { Self.lookalikes[$0] ?? $0 })
    guard token.text.contains(where: \.isNumber) || token.text.count <= 2, let value = Int(mended) else {
      return nil
    }
    return Digits(value: value, count: token.text.count, isDamaged: true)
  }

  private static let lookalikes: [Character: Character] = [
    "l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5",
  ]

  /// No space stands inside.
  private func isTight(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    (start + 1..<end).filter { text[$0].hasSpaceBefore }.count <= 1
  }

  /// Part of a longer number or a code (`1.21.8.2025`, `21/8/2025/TT`).
  private func isInside(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    if let before = text.at(start - 1), !text[start].hasSpaceBefore, ["/", "-", "."].contains(before.text) {
      return true
    }
    guard let after = text.at(end), !after.hasSpaceBefore, after.text == "/" || after.text == "-" else {
      return false
    }
    return text.at(end + 1).map { !$0.hasSpaceBefore && $0.kind != .mark } ?? false
  }
}
