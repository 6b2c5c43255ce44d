/// How wide a line of Times New Roman is, about: for rules that are as long as a text.
enum TextWidth {
  /// - Parameters:
  ///   - size: half points.
  /// - Returns: twentieths of a point.
  static func of(_ text: String, size: Int) -> Int {
    Int(text.reduce(0) { $0 + share($1) } * Double(size) * 10)
  }

  /// Of the size of the letters; bold.
  private static func share(_ character: Character) -> Double {
    if character.isUppercase { return 0.72 }
    if character.isLetter || character.isNumber { return 0.49 }
    return 0.28
  }
}
