/// What a scalar is to the tokenizer.
enum CharacterClass: UInt8 {
  case letter, digit, space, mark

  static func of(_ value: UInt32) -> CharacterClass {
    value < UInt32(LetterTable.classLimit) ? LetterTable.shared.classes[Int(value)] : classify(value)
  }

  static func classify(_ value: UInt32) -> CharacterClass {
    if value < 0x80 { return ascii(value) }
    guard let scalar = Unicode.Scalar(value) else { return .mark }
    if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
      return .letter
    }
    return scalar.properties.isWhitespace ? .space : .mark
  }

  private static func ascii(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x20, 0x09...0x0D: .space
    default: .mark
    }
  }
}
