/// Case of single scalars.
enum Case {
  static func lower(_ value: UInt32) -> UInt32 {
    if value < UInt32(LetterTable.limit) { return UInt32(LetterTable.shared.lower[Int(value)]) }
    guard let scalar = Unicode.Scalar(value) else { return value }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first!.value : value
  }

  static func upper(_ value: UInt32) -> UInt32 {
    if var letter = LetterTable.shared.letter(value) {
      letter.isUppercase = true
      return letter.scalar?.value ?? value
    }
    guard let scalar = Unicode.Scalar(value) else { return value }
    let mapping = scalar.properties.uppercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first!.value : value
  }

  static func isUpper(_ value: UInt32) -> Bool { lower(value) != value }
}
