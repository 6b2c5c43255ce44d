/// How letters are set beyond the style of their paragraph.
struct LetterFormat: Hashable {
  var isBold = false
  var isItalic = false
  /// Half points.
  var size: Int?
  /// RRGGBB.
  var colour: String?

  static let plain = LetterFormat()
  static let bold = LetterFormat(isBold: true)
  static let italic = LetterFormat(isItalic: true)
}
