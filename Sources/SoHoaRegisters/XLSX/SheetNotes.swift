import Foundation

/// Comments of cells: their texts (`comments1.xml`) and the boxes that show them (`vmlDrawing1.vml`).
struct SheetNotes {
  struct Note: Hashable {
    /// From 1.
    var row: Int
    /// From 0.
    var column: Int
    var text: String
  }

  static let author = "SoHoa"

  /// Adds notes to a part; nil if it is not understood.
  static func texts(_ notes: [Note], addedTo part: [UInt8]?) -> [UInt8]? {
    let bytes = part ?? Array(emptyTexts.utf8)
    guard let authors = XMLList("authors", in: bytes), !authors.isEmpty,
      let end = bytes.end(of: "commentList")
    else {
      return nil
    }
    var splice = Splice()
    let names = authors.children.map(bytes.string)
    var author = names.firstIndex { $0.contains(">\(Self.author)<") }
    if author == nil {
      splice.insert("<author>\(Self.author)</author>", at: authors.end)
      author = names.count
    }
    let texts = notes.map { note in
      "<comment ref=\"\(CellReference.name(note.row, note.column))\" authorId=\"\(author!)\"><text><r><rPr>"
        + "<sz val=\"10\"/><rFont val=\"Times New Roman\"/></rPr><t xml:space=\"preserve\">"
        + XMLText.encoded(XMLText.fitting(note.text)) + "</t></r></text></comment>"
    }
    splice.insert(texts.joined(), at: end)
    return splice.applied(to: bytes)
  }

  private static let emptyTexts = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>\(author)\
    </author></authors><commentList></commentList></comments>
    """

  // MARK: Boxes

  /// Adds boxes to a part; nil if it is not understood.
  static func boxes(_ notes: [Note], addedTo part: [UInt8]?) -> [UInt8]? {
    let bytes = part ?? Array(emptyBoxes.utf8)
    guard let end = bytes.end(of: "xml") else { return nil }
    let hasType = bytes.tags("v:shapetype").contains { bytes.attribute("id", at: $0) == "_x0000_t202" }
    var splice = Splice()
    splice.insert((hasType ? "" : shapeType) + notes.map(box).joined(), at: end)
    return splice.applied(to: bytes)
  }

  private static func box(_ note: Note) -> String {
    let height = min(14, max(4, note.text.count / 35 + note.text.split(separator: "\n").count + 1))
    let anchor = [
      note.column + 1, 12, max(0, note.row - 2), 4, note.column + 4, 12, max(0, note.row - 2) + height, 4,
    ]
    return """
      <v:shape id="_x0000_s\(1_000_000 + note.row * 64 + note.column % 64)" type="#_x0000_t202" \
      style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
      <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>\(anchor.map(String.init).joined(separator: ", "))</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>\(note.row - 1)</x:Row><x:Column>\(note.column)</x:Column></x:ClientData></v:shape>
      """
  }

  private static let shapeType = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
    <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """

  private static let emptyBoxes = """
    <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
    <o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>
    """
}
