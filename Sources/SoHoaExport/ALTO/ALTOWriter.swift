import Foundation
import SoHoaModel

/// Writes the pages as ALTO 4.4 (Library of Congress), in pixels of the page image as it came.
///
/// `CONTENT` is the reading after restoration; what was read before it, where that was another, is an
/// `ALTERNATIVE` with the purpose `observed`, other readings worth a look have the purpose `proposal`. Tags say what
/// part of the document's form a line is, and which values were read from which words. A page without a picture has
/// no measures.
struct ALTOWriter: Sendable {
  static let namespace = "http://www.loc.gov/standards/alto/ns-v4#"

  func encode(_ file: ConvertedFile) -> Data {
    var xml = XMLWriter(head: #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
    let tags = ALTOTags(file.documents)
    xml.element("alto", [("xmlns", Self.namespace), ("SCHEMAVERSION", "4.4")]) { xml in
      xml.breakLine()
      ALTODescription(file).write(to: &xml)
      tags.write(to: &xml)
      readingOrder(file.pages, &xml)
      xml.breakLine()
      xml.element("Layout") { xml in
        for page in file.pages {
          ALTOPage(page, language: file.settings.languageTag, tags: tags).write(to: &xml)
        }
      }
    }
    xml.breakLine()
    return Data(xml.bytes)
  }

  /// The blocks of the text from page to page, without page numbers, running lines and marks.
  private func readingOrder(_ pages: [Page], _ xml: inout XMLWriter) {
    let blocks = pages.flatMap { $0.blocks.filter { !$0.isFurniture }.map(\.id) }
    guard !blocks.isEmpty else { return }
    xml.breakLine()
    xml.element("ReadingOrder") { xml in
      xml.element("OrderedGroup", [("ID", "order")]) { xml in
        for id in blocks {
          xml.breakLine()
          xml.empty("ElementRef", [("ID", ALTOPage.id("order", id)), ("REF", ALTOPage.id("block", id))])
        }
      }
    }
  }
}
