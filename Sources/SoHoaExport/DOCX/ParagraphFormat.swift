/// How a paragraph is set beyond its style; lengths in twentieths of a point.
struct ParagraphFormat: Hashable {
  enum Alignment: String { case left, center, right, both }

  var style: WordStyle
  var alignment: Alignment?
  var left: Int?
  var right: Int?
  var firstLine: Int?
  var before: Int?
  var after: Int?
  /// A rule above: for the lines under the header's cells.
  var hasRule = false
  var isBoxed = false
  var keepsNext = false

  init(_ style: WordStyle, alignment: Alignment? = nil) {
    self.style = style
    self.alignment = alignment
  }
}
