import SoHoaModel

/// Dates of issue by hand, beside the days on which the file was signed and what its name says.
extension HandContext {
  /// Nothing is issued after its last signature, that of the office which gave it its number, nor after it has come in:
  /// a day by hand that says so was misread, one in print is told.
  ///
  /// - Parameter arrived: what the receiver's stamp says for sure, EDTF.
  func check(_ issue: inout PlaceAndDateExtractor.Result, arrived: String?) {
    guard let field = issue.date, let date = field.value, let day = date.edtf, CalendarDate(edtf: day) != nil
    else {
      return
    }
    let signed = context.signed.last.flatMap {
      day > $0 ? Self.late("date.afterSignature", day, $0, field) : nil
    }
    // What is in print is told by the arrival (`arrival.beforeIssue`).
    let came = arrived.flatMap {
      day > $0 && Self.isByHand(field) ? Self.late("date.afterArrival", day, $0, field) : nil
    }
    let findings = [signed, came].compactMap(\.self)
    issue.findings += findings
    guard !findings.isEmpty, Self.isByHand(field) else { return }
    issue.date?.value = nil
    issue.date?.alternatives = [date] + (issue.ink?.proposals ?? []).filter { $0 != date }
    issue.calendar = nil
  }

  private static func isByHand(_ field: Field<DateValue>) -> Bool { field.rule == "issue-date/hand" }

  private static func late(_ code: String, _ day: String, _ limit: String, _ field: Field<DateValue>)
    -> Finding
  {
    let (en, vi) =
      code == "date.afterSignature"
      ? ("the last digital signature", "ngày ký số cuối cùng") : ("its arrival", "ngày đến")
    return Finding(
      .warning, code,
      Message(
        en: "the date of issue \(day) is later than \(en) (\(limit)); compare with the paper",
        vi: "ngày ban hành \(day) sau \(vi) (\(limit)); hãy đối chiếu với bản giấy"),
      page: field.page, box: field.box)
  }

  /// A date that the ink alone leaves in some doubt, and that the signatures or the file's name bear out.
  func weigh(_ issue: inout PlaceAndDateExtractor.Result, _ hands: HandValues) {
    guard var field = issue.date, field.value == nil, Self.isByHand(field), let ink = issue.ink
    else {
      return
    }
    field.alternatives = possibleFirst(field.alternatives)
    issue.date = field
    guard let first = ink.first, ink.isOwn(least: Self.leastOwn) else { return }
    let repeated = witnesses(of: first.date, ink, hands, page: field.page)
    let witnesses = signature(of: first.date) + repeated
    let doubt = repeated.reduce(1 - probability(of: first.date, ink)) { doubt, _ in doubt / Self.trust }
    guard !witnesses.isEmpty, 1 - doubt >= Self.leastAgreed else { return }
    let value = DateValue(edtf: first.date.edtf)
    field.value = value
    field.alternatives.removeAll { $0 == value }
    field.confidence = 1 - doubt
    issue.date = field
    issue.calendar = first.date
    issue.findings.removeAll { ["date.handwritten", "date.unreadable"].contains($0.code) }
    issue.findings.append(Self.agreed(first, witnesses, page: field.page))
  }

  /// What is later than the last signature comes last.
  private func possibleFirst(_ dates: [DateValue]) -> [DateValue] {
    guard let signed = context.signed.last else { return dates }
    let isLate = { (date: DateValue) in (date.edtf ?? "") > signed }
    return dates.filter { !isLate($0) } + dates.filter(isLate)
  }

  private func isNamed(_ date: CalendarDate) -> Bool {
    guard let day = date.edtf, let name = context.fileName else { return false }
    return FileDates.of(name).contains(day)
  }

  private func signature(of date: CalendarDate) -> [(en: String, vi: String)] {
    guard let signed = context.signed.last, SignatureLag(date, before: signed)?.isUsual == true else {
      return []
    }
    return [("it was signed digitally on \(signed)", "văn bản được ký số ngày \(signed)")]
  }

  /// Those that say the same date.
  private func witnesses(
    of date: CalendarDate, _ ink: DateInk, _ hands: HandValues, page: Int?
  ) -> [(en: String, vi: String)] {
    var witnesses: [(en: String, vi: String)] = []
    if isNamed(date) { witnesses.append(("the name of the file says the same", "tên tệp cũng ghi như vậy")) }
    if isRepeated(date, ink, hands, beyond: page ?? .max) {
      witnesses.append(("an annex says the same by hand", "phụ lục cũng viết tay như vậy"))
    }
    return witnesses
  }

  /// All that is in doubt stands on an annex, too.
  private func isRepeated(_ date: CalendarDate, _ ink: DateInk, _ hands: HandValues, beyond page: Int) -> Bool
  {
    let parts = [(HandReading.Slot.day, ink.day, date.day), (.month, ink.month, date.month)]
    return parts.allSatisfy { slot, own, number in
      own.values.contains(1)
        || hands.repeated(slot, beyond: page).contains { $0.first.flatMap { Int($0) } == number }
    }
  }

  /// With what the last signature makes of it and of all other dates.
  private func probability(of date: CalendarDate, _ ink: DateInk) -> Double {
    ink.probability(of: date) { other in
      guard let signed = context.signed.last else { return 1 }
      return SignatureLag(other, before: signed)?.share ?? 0
    }
  }

  private static func agreed(
    _ ink: (date: CalendarDate, probability: Double), _ witnesses: [(en: String, vi: String)], page: Int?
  ) -> Finding {
    let day = ink.date.edtf ?? ""
    let own = Int((ink.probability * 100).rounded())
    return Finding(
      .info, "date.context",
      Message(
        en:
          "the date \(day) is written by hand (\(own) % by the ink alone); "
          + witnesses.map(\.en).joined(separator: ", "),
        vi:
          "ngày \(day) viết tay (riêng nét mực chắc \(own) %); "
          + witnesses.map(\.vi).joined(separator: ", ")),
      page: page)
  }
}

/// How long before the last digital signature a document was dated. It is to be sent out, with the office's signature,
/// on the day of issue or the working day after it (Nghị định 30/2020, Điều 18): weekends make it three days.
struct SignatureLag {
  private let days: Int

  /// - Returns: nil for what is no date, or one after the signature.
  init?(_ date: CalendarDate, before signed: String) {
    guard let from = date.dayNumber, let to = CalendarDate(edtf: signed)?.dayNumber, from <= to else {
      return nil
    }
    days = to - from
  }

  var isUsual: Bool { days <= 3 }

  /// Of documents with this lag, supposed: nine in ten keep to the rule, the rest take up to a month.
  var share: Double { isUsual ? 0.9 / 4 : 0.1 / 30 }
}
