import SoHoaModel

/// A deadline as one word of comparison: `2026-03-31 before`, `--12-15 by yearly`, `term 5 workingDay`.
enum DeadlineText {
  static func text(_ value: DateValue) -> String? {
    if let term = value.term { return "term \(term.count) \(term.unit.rawValue)" }
    guard value.edtf != nil || value.recurrence != nil else { return nil }
    return text(value.edtf, value.bound.rawValue, value.recurrence?.rawValue)
  }

  private static func text(_ edtf: String?, _ bound: String, _ recurrence: String?) -> String {
    [edtf ?? "-", bound, recurrence].compactMap { $0 }.joined(separator: " ")
  }

  /// All right readings of a truth's deadline; empty if it has none.
  static func readings(_ value: TruthSheet.Value?) -> [String] {
    guard let object = value?.object, !object.isEmpty else { return [] }
    if let term = object["term"]?.object, let count = term["count"]?.text, let unit = term["unit"]?.text {
      return ["term \(count) \(unit)"]
    }
    let ends = TruthSheet.choices(of: "iso", in: object).map(TruthSheet.interval)
    let bounds = TruthSheet.choices(of: "bound", in: object)
    return (ends.isEmpty ? [nil] : ends.map(Optional.init)).flatMap { end in
      bounds.map { text(end, $0, object["recurrence"]?.text) }
    }
  }
}
