import Foundation
import SoHoaModel

/// Writes the documents of a file as one Word document in the form of Nghị định 30/2020 (Phụ lục I), for editing.
///
/// Labels are typed, not counted by Word; headings have heading styles, so that the navigation pane shows them. Each
/// document and each annex begins on a new page, with page numbers of its own; pages that lie crosswise stay so.
/// Doubtful words are highlighted, with a comment where there is more to know. What stands on the pages without
/// belonging to the text (stamps, banners) is in a comment at the beginning.
struct DOCXWriter: Sendable {
  func encode(_ file: ConvertedFile) throws -> Data {
    let documents = TypedDocument.all(of: file)
    let footers = Footers(documents)
    let sheets = Self.sheets(file.pages)
    var stream = WordStream(XMLWriter())
    let root: XMLWriter.Attributes = [
      ("xmlns:w", WordPackage.namespace), ("xmlns:r", WordPackage.relationships),
    ]
    stream.element("w:document", root) { stream in
      stream.element("w:body") { stream in
        for (index, document) in documents.enumerated() {
          let writer = WordDocument(document, sheets: sheets, footer: footers.relationship(of: index))
          writer.write(to: &stream, isLast: index == documents.count - 1)
        }
        if documents.isEmpty { stream.paragraph(ParagraphFormat(.normal)) { _ in } }
      }
    }
    return try ZipArchive.encode(Self.files(file, stream, footers))
  }

  /// How the pages lie as they are read, by their numbers.
  private static func sheets(_ pages: [Page]) -> [Int: WordSheet] {
    Dictionary(
      uniqueKeysWithValues: pages.map { page in
        let isTurned = page.rotation == 90 || page.rotation == 270
        let (width, height) = isTurned ? (page.height, page.width) : (page.width, page.height)
        return (page.number, WordSheet(isLandscape: width > height))
      })
  }

  private static func files(
    _ file: ConvertedFile, _ stream: WordStream, _ footers: Footers
  ) -> [(name: String, bytes: [UInt8])] {
    let package = WordPackage(footers: footers.texts.count)
    func part(_ write: (inout XMLWriter) -> Void) -> [UInt8] {
      var xml = XMLWriter()
      write(&xml)
      return xml.bytes
    }
    return [
      ("[Content_Types].xml", part(package.contentTypes)),
      ("_rels/.rels", part(package.packageRelationships)),
      ("docProps/core.xml", part { WordPackage.coreProperties(of: file, &$0) }),
      ("word/document.xml", stream.xml.bytes),
      ("word/_rels/document.xml.rels", part(package.documentRelationships)),
      ("word/styles.xml", part(WordStyles.write)),
      ("word/settings.xml", part(WordParts.settings)),
      ("word/comments.xml", part { WordParts.comments(stream.comments, &$0) }),
      ("word/header.xml", part(WordParts.header)),
    ]
      + footers.texts.enumerated().map { index, lines in
        ("word/footer\(index + 1).xml", part { WordParts.footer(lines, &$0) })
      }
  }
}
