/// Marks that are typed behind their letters (VIQR), where a stop may be a tone and a tone a stop.
enum TypedMarks {
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x5E, 0x28, 0x2B, 0x27, 0x60, 0x3F, 0x7E, 0x2E: true
    default: false
    }
  }

  /// Marks that end sentences and quotations as well.
  static func isAmbiguous(_ value: UInt32) -> Bool { value == 0x2E || value == 0x3F || value == 0x27 }

  /// Marks that stand between or behind letters of words in hardly any other text.
  static func isTelling(_ value: UInt32) -> Bool {
    value == 0x5E || value == 0x2B || value == 0x7E || value == 0x28 || value == 0x60
  }

  /// True where a mark or a second d stands behind a letter that may carry it, the end of the token
  /// apart.
  static func mayHold(_ token: Scalars) -> Bool {
    guard token.count > 1 else { return false }
    for index in 1..<token.count {
      let value = token[index]
      if value == 0x64 || value == 0x44, token[index - 1] | 0x20 == 0x64 { return true }
      guard isMark(value), isCarrier(token[index - 1]) else { continue }
      if index + 1 < token.count || isTelling(value) { return true }
    }
    return false
  }

  private static func isCarrier(_ value: UInt32) -> Bool {
    switch value | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: value < 0x80
    default: value == 0x5E || value == 0x2B || value == 0x28
    }
  }
}
