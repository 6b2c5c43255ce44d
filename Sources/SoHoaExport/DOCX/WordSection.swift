/// Pages of one format with numbers of their own: a document, an annex, or the part of one that lies crosswise.
struct WordSection {
  var sheet: WordSheet
  /// Begins a document or an annex: page numbers from 1, none on the first.
  var isStart: Bool
  /// Relationship of what stands at the foot of the first page.
  var footer: String?

  func write(to stream: inout WordStream) {
    stream.element("w:sectPr") { stream in
      stream.empty("w:headerReference", [("w:type", "default"), ("r:id", WordPackage.header)])
      if let footer { stream.empty("w:footerReference", [("w:type", "first"), ("r:id", footer)]) }
      stream.value("w:type", "nextPage")
      let orientation: String? = sheet.isLandscape ? "landscape" : nil
      stream.empty(
        "w:pgSz", [("w:w", "\(sheet.width)"), ("w:h", "\(sheet.height)"), ("w:orient", orientation)])
      stream.empty(
        "w:pgMar",
        [
          ("w:top", "\(WordSheet.top)"), ("w:right", "\(WordSheet.right)"),
          ("w:bottom", "\(WordSheet.bottom)"), ("w:left", "\(WordSheet.left)"), ("w:header", "567"),
          ("w:footer", "567"), ("w:gutter", "0"),
        ])
      if isStart { stream.empty("w:pgNumType", [("w:start", "1")]) }
      if isStart { stream.empty("w:titlePg") }
    }
  }
}
