/// A part of a document's text, in the order of reading.
enum TypedPart {
  case heading(TypedHeading)
  case paragraph(TypedParagraph)
  case table(TypedTable)
}
