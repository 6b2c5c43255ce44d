/// The small parts of the Word document: settings, comments, page numbers, what stands at the foot.
enum WordParts {
  static func settings(_ xml: inout XMLWriter) {
    xml.element("w:settings", [("xmlns:w", WordPackage.namespace)]) { xml in
      xml.empty("w:zoom", [("w:percent", "100")])
      xml.empty("w:defaultTabStop", [("w:val", "720")])
      xml.element("w:compat") { xml in
        xml.empty(
          "w:compatSetting",
          [
            ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
          ])
      }
      xml.empty("w:themeFontLang", [("w:val", "vi-VN")])
    }
  }

  static func comments(_ comments: [String], _ xml: inout XMLWriter) {
    xml.element("w:comments", [("xmlns:w", WordPackage.namespace)]) { xml in
      for (index, text) in comments.enumerated() {
        let attributes: XMLWriter.Attributes = [
          ("w:id", "\(index)"), ("w:author", "SoHoa"), ("w:initials", "SH"),
        ]
        xml.element("w:comment", attributes) { xml in
          paragraph(.comment, &xml) { xml in
            xml.element("w:r") { $0.element("w:t", [("xml:space", "preserve")], text: text) }
          }
        }
      }
    }
  }

  /// The number of the page, at the top, in the middle.
  static func header(_ xml: inout XMLWriter) {
    xml.element("w:hdr", [("xmlns:w", WordPackage.namespace)]) { xml in
      paragraph(.header, &xml) { xml in
        xml.element("w:fldSimple", [("w:instr", " PAGE ")]) { xml in
          xml.element("w:r") { $0.element("w:t", text: "2") }
        }
      }
    }
  }

  static func footer(_ lines: [TypedText], _ xml: inout XMLWriter) {
    var stream = WordStream(XMLWriter(head: ""))
    if !lines.isEmpty { stream.rule(width: WordSheet().textWidth, column: WordSheet().textWidth) }
    for line in lines.isEmpty ? [TypedText()] : lines {
      stream.paragraph(TypedText(line.text), ParagraphFormat(.footer))
    }
    xml.element("w:ftr", [("xmlns:w", WordPackage.namespace)]) { $0.append(stream.xml) }
  }

  private static func paragraph(
    _ style: WordStyle, _ xml: inout XMLWriter, _ content: (inout XMLWriter) -> Void
  ) {
    xml.element("w:p") { xml in
      xml.element("w:pPr") { $0.empty("w:pStyle", [("w:val", style.rawValue)]) }
      content(&xml)
    }
  }
}
