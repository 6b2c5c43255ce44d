import SoHoaModel

/// Running text, an item of a list, a legal basis, an operative line.
struct TypedParagraph {
  var kind: Node.Kind
  var label: String?
  /// A heading that the text goes on behind, on the same line: `1. Thư ký:`.
  var lead: TypedText
  var text: TypedText
  /// How deep an item of a list lies, from 0.
  var depth: Int
}
