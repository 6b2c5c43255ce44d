/// A part of a document's text, in the order of reading.
enum TypedPart {
  case heading(TypedHeading)
  case paragraph(TypedParagraph)
  case table(TypedTable)

  /// The heading of an annex.
  var isAnnex: Bool {
    if case .heading(let heading) = self { heading.kind == .annex } else { false }
  }
}
