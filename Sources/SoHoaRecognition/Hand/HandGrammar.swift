import SoHoaModel

/// What may stand in a blank of the form. What the network gives to other texts is lost, not shared out: it is doubt.
struct HandGrammar: Sendable {
  let slot: HandReading.Slot

  /// A text of the network's symbols as it is meant, a letter as `?`; nil if such a blank never holds it. Clerks write
  /// the stroke before a printed symbol once more.
  func meant(_ text: String) -> String? {
    switch slot {
    case .number, .arrivalNumber: Self.number(text.hasSuffix("/") ? text.dropLast() : text[...])
    case .day: (1...31).contains(Self.value(text)) ? text : nil
    case .month: (1...12).contains(Self.value(text)) ? text : nil
    case .arrivalDate: Self.isDate(text.split(separator: "/", omittingEmptySubsequences: false)) ? text : nil
    }
  }

  /// Days below 10 and the months 1 and 2 are written with 0 (Nghị định 30/2020, Phụ lục I): a single digit may have
  /// lost its neighbour.
  func isCutShort(_ text: String) -> Bool {
    switch slot {
    case .day: text.count == 1
    case .month: text == "1" || text == "2"
    case .number, .arrivalNumber, .arrivalDate: false
    }
  }

  /// One to five digits, and a letter behind at most.
  private static func number(_ text: Substring) -> String? {
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    guard (1...5).contains(digits.count), rest.isEmpty || rest == "L" else { return nil }
    return digits + (rest.isEmpty ? "" : "?")
  }

  /// Day, month and mostly a year, of two or four digits.
  private static func isDate(_ parts: [Substring]) -> Bool {
    guard (2...3).contains(parts.count), (1...31).contains(value(String(parts[0]))),
      (1...12).contains(value(String(parts[1])))
    else { return false }
    guard let year = parts.dropFirst(2).first else { return true }
    guard year.allSatisfy(\.isNumber), let number = Int(year) else { return false }
    return year.count == 2 ? number < 50 : (1950..<2050).contains(number)
  }

  /// Of one or two digits; of another text none that a calendar has.
  private static func value(_ text: String) -> Int {
    text.count <= 2 && text.allSatisfy(\.isNumber) ? Int(text) ?? 0 : 0
  }
}
