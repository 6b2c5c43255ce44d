import Foundation
import SoHoaModel

/// Writes the pages as hOCR 1.2 in well-formed XHTML: words with boxes in pixels of the page image as it came, the
/// restored reading as text, the observed one as `data-observed` where it was another.
///
/// Order in the file is reading order. A page without a picture has no boxes.
struct HOCRWriter: Sendable {
  private static let capabilities = """
    ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_table ocr_header ocr_footer ocr_pageno ocr_image \
    ocr_textfloat ocrp_wconf ocrp_lang
    """
  private static let style = """
    .ocr_page{max-width:60em;margin:1em auto;padding:1em 2em;border:1px solid #999}\
    .ocr_line{display:block}.ocr_table{border-collapse:collapse}.ocr_table td{border:1px solid #999;\
    vertical-align:top}.ocr_header,.ocr_footer,.ocr_pageno,.ocr_textfloat{color:#777}\
    .ocrx_word[data-observed]{text-decoration:underline dotted}
    """

  func encode(_ file: ConvertedFile) -> Data {
    var xml = XMLWriter(head: "<!DOCTYPE html>\n")
    let language = file.settings.languageTag
    let root: XMLWriter.Attributes = [
      ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", language), ("xml:lang", language),
    ]
    xml.element("html", root) { xml in
      head(of: file, &xml)
      xml.element("body") { xml in
        for page in file.pages { HOCRPage(page, source: file.source.name).write(to: &xml) }
      }
    }
    xml.breakLine()
    return Data(xml.bytes)
  }

  private func head(of file: ConvertedFile, _ xml: inout XMLWriter) {
    let software = [Software.Component(name: file.software.name, version: file.software.version)]
    let system = (software + file.software.components).map { "\($0.name) \($0.version)" }
    let metadata = [
      ("ocr-system", system.joined(separator: "; ")), ("ocr-capabilities", Self.capabilities),
      ("ocr-number-of-pages", "\(file.pages.count)"), ("ocr-langs", file.settings.languageTag),
      ("ocr-scripts", "Latn"), ("dc.source", file.source.name),
      ("dc.identifier", "sha256:\(file.source.sha256)"),
    ]
    xml.breakLine()
    xml.element("head") { xml in
      xml.empty("meta", [("charset", "utf-8")])
      xml.element("title", text: file.source.name)
      for (name, content) in metadata {
        xml.breakLine()
        xml.empty("meta", [("name", name), ("content", content)])
      }
      xml.breakLine()
      xml.element("style", text: Self.style)
    }
    xml.breakLine()
  }
}
