import SoHoaModel

/// What may stand in a blank of the form.
struct HandGrammar: Sendable {
  let slot: HandReading.Slot
  /// As the network numbers them; `L` is any letter.
  let symbols: [Character]

  /// A column without symbols that such a blank never holds: days and months have digits only. What the network gave
  /// those goes to the others by their shares, or to none where it saw hardly anything else.
  func admitted(_ column: [Float]) -> [Float] {
    guard slot != .number else { return column }
    var column = column
    var lost: Float = 0
    for (index, symbol) in symbols.enumerated() where !symbol.isNumber {
      lost += column[index]
      column[index] = 0
    }
    if lost > Self.mostLost {
      column[symbols.count] += lost
    } else {
      for index in column.indices { column[index] /= 1 - lost }
    }
    return column
  }

  private static let mostLost: Float = 0.9

  /// The text as it is meant: clerks write the stroke before a printed symbol once more. A letter is `?`.
  func meant(_ text: String) -> String {
    var text = text
    if slot == .number, text.hasSuffix("/") { text.removeLast() }
    return text.replacing("L", with: "?")
  }
}
