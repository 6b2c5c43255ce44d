import SoHoaModel
import SoHoaStructure

/// Days that come again:
///
///     day := "ngày" D ["của"] ("tháng cuối" | "tháng đầu") ["của"] [EACH] "quý" ["sau"]
///          | "ngày" D ["của"] (EACH "tháng" | "tháng" ("sau" | "kế tiếp"))
///          | "thứ" N ["của"] EACH "tuần"
///          | "định kỳ" (EACH ("ngày" | "tuần" | "tháng" | "quý" | "năm") | N "tháng" [N "lần"])
///     EACH := "hằng" | "hàng" | "mỗi"
struct RecurringDayGrammar: Sendable {
  struct Match: Sendable {
    /// `---25`, `-W-5`; nil where only the period is said, and of quarters, for whose days there is no form.
    let edtf: String?
    let recurrence: DateValue.Recurrence
    let tokens: Range<Int>
    var isDamaged = false
  }

  private static let each: Set<String> = ["hang", "moi"]

  func match(_ text: TokenText, at start: Int) -> Match? {
    switch text.at(start)?.folded {
    case "ngay": day(text, at: start)
    case "thu", "chu": weekday(text, at: start)
    case "dinh": text.at(start + 1)?.folded == "ky" ? period(text, at: start + 2, from: start) : nil
    default: nil
    }
  }

  /// `hằng tháng` alone: enough where a table asks for a time.
  func bare(_ text: TokenText, at start: Int) -> Match? { each(text, at: start, from: start) }

  // MARK: Days

  private func day(_ text: TokenText, at start: Int) -> Match? {
    guard let token = text.at(start + 1), let (day, isDamaged) = Self.day(token) else { return nil }
    var position = start + 2
    if text.at(position)?.folded == "cua" { position += 1 }
    guard let (recurrence, end) = month(text, at: position) else { return nil }
    return Match(
      edtf: recurrence == .monthly ? CalendarDate(day: day).edtf : nil, recurrence: recurrence,
      tokens: start..<end, isDamaged: isDamaged)
  }

  private func month(_ text: TokenText, at start: Int) -> (DateValue.Recurrence, Int)? {
    if isEach(text, start), text.at(start + 1)?.folded == "thang" { return (.monthly, start + 2) }
    guard text.at(start)?.folded == "thang" else { return nil }
    switch text.at(start + 1)?.folded {
    case "sau", "moi": return (.monthly, start + 2)
    case "ke", "tiep": return (.monthly, text.at(start + 2)?.kind == .word ? start + 3 : start + 2)
    case "cuoi", "dau":
      var position = start + 2
      if text.at(position)?.folded == "cua" || text.at(position)?.folded == "tien" { position += 1 }
      if text.at(position)?.folded == "cua" { position += 1 }
      if isEach(text, position) { position += 1 }
      guard text.at(position)?.folded == "quy" else { return nil }
      position += 1
      if text.at(position)?.folded == "sau" { position += 1 }
      return (.quarterly, position)
    default: return nil
    }
  }

  private static func day(_ token: Token) -> (Int, Bool)? {
    if let day = token.number { return token.text.count < 3 && (1...31).contains(day) ? (day, false) : nil }
    guard token.kind == .mixed, token.text.count < 3 else { return nil }
    let mended = String(token.text.map { ["l": "1", "I": "1", "O": "0", "o": "0"][$0] ?? $0 })
    return Int(mended).flatMap { (1...31).contains($0) ? ($0, true) : nil }
  }

  private static let weekdays = [
    "hai": 1, "ba": 2, "tu": 3, "nam": 4, "sau": 5, "bay": 6, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
  ]

  private func weekday(_ text: TokenText, at start: Int) -> Match? {
    guard let number = Self.weekday(text, at: start) else { return nil }
    var position = start + 2
    if text.at(position)?.folded == "cua" { position += 1 }
    guard isEach(text, position), text.at(position + 1)?.folded == "tuan" else { return nil }
    return Match(edtf: "-W-\(number)", recurrence: .weekly, tokens: start..<(position + 2))
  }

  /// `thứ Sáu`, `thứ 6`, `Chủ nhật`: 1 (Monday) to 7.
  static func weekday(_ text: TokenText, at start: Int) -> Int? {
    if text.says(["chu", "nhat"], at: start) { return 7 }
    guard text.at(start)?.folded == "thu", let next = text.at(start + 1) else { return nil }
    return weekdays[next.folded]
  }

  // MARK: Periods

  private static let units: [String: DateValue.Recurrence] = [
    "ngay": .daily, "tuan": .weekly, "thang": .monthly, "quy": .quarterly, "nam": .yearly,
  ]
  private static let months: [Int: DateValue.Recurrence] = [
    1: .monthly, 3: .quarterly, 6: .halfYearly, 12: .yearly,
  ]

  private func period(_ text: TokenText, at start: Int, from first: Int) -> Match? {
    if let match = each(text, at: start, from: first) { return match }
    guard let count = text.at(start)?.number, text.at(start + 1)?.folded == "thang",
      let recurrence = Self.months[count]
    else { return nil }
    return Match(edtf: nil, recurrence: recurrence, tokens: first..<(start + 2))
  }

  private func each(_ text: TokenText, at start: Int, from first: Int) -> Match? {
    guard isEach(text, start), let unit = text.at(start + 1).flatMap({ Self.units[$0.folded] }) else {
      return nil
    }
    return Match(edtf: nil, recurrence: unit, tokens: first..<(start + 2))
  }

  private func isEach(_ text: TokenText, _ position: Int) -> Bool {
    text.at(position).map { Self.each.contains($0.folded) } ?? false
  }
}
