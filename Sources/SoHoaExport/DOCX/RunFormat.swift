/// How letters are set beyond the style of their paragraph.
struct RunFormat: Hashable {
  var isBold = false
  var isItalic = false
  /// Half points.
  var size: Int?
  /// RRGGBB.
  var colour: String?

  static let plain = RunFormat()
  static let bold = RunFormat(isBold: true)
  static let italic = RunFormat(isItalic: true)
}
