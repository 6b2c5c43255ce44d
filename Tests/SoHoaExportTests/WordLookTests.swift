import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

/// How paragraphs look in Word.
@Suite struct WordLookTests {
  private func xml(_ parts: [TypedPart]) -> String {
    var stream = WordStream(XMLWriter(head: ""))
    WordBody(parts.map { ($0, 1) }, width: 9000, isSigned: false).write(to: &stream)
    return String(decoding: stream.xml.bytes, as: UTF8.self)
  }

  @Test(
    "labels are bold where the form has them so, text in front of a colon is not",
    arguments: [
      (Node.Kind.article, "Điều 1.", 2), (.romanHeading, "I.", 2), (.clause, "1.", 0),
      (.numberHeading, "1.", 0),
      (.romanItem, "(ii)", 0),
    ])
  func labels(_ kind: Node.Kind, _ label: String, _ bold: Int) {
    let paragraph = TypedParagraph(
      kind: kind, label: label, lead: TypedText("Thư ký:"), text: TypedText("Bà An."), depth: 0)
    let text = xml([.paragraph(paragraph)])
    #expect(text.components(separatedBy: "<w:b/>").count - 1 == bold)
    #expect(text.contains("Thư ký:") && text.contains("Bà An."))
  }
}
