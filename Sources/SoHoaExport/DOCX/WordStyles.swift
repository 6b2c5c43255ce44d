/// The part `word/styles.xml`.
enum WordStyles {
  /// Half points: 14 pt for running text.
  static let size = 28

  static func write(to xml: inout XMLWriter) {
    xml.element("w:styles", [("xmlns:w", WordPackage.namespace)]) { xml in
      defaults(&xml)
      for style in WordStyle.allCases { write(style, &xml) }
    }
  }

  private static func defaults(_ xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          let font = "Times New Roman"
          xml.empty(
            "w:rFonts",
            [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)])
          xml.empty("w:sz", [("w:val", "\(size)")])
          xml.empty("w:szCs", [("w:val", "\(size)")])
          xml.empty("w:lang", [("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "ar-SA")])
        }
      }
      xml.element("w:pPrDefault") { xml in
        xml.element("w:pPr") { xml in
          xml.empty("w:spacing", [("w:before", "0"), ("w:after", "0")])
        }
      }
    }
  }

  private static func write(_ style: WordStyle, _ xml: inout XMLWriter) {
    let isDefault = style == .normal
    let attributes: XMLWriter.Attributes = [
      ("w:type", "paragraph"), ("w:default", isDefault ? "1" : nil), ("w:styleId", style.rawValue),
    ]
    xml.breakLine()
    xml.element("w:style", attributes) { xml in
      xml.empty("w:name", [("w:val", style.name)])
      if let parent = style.parent { xml.empty("w:basedOn", [("w:val", parent.rawValue)]) }
      if style.level != nil { xml.empty("w:next", [("w:val", WordStyle.body.rawValue)]) }
      if style != .rule, style != .comment { xml.empty("w:qFormat") }
      xml.element("w:pPr") { paragraph(style, &$0) }
      xml.element("w:rPr") { run(style, &$0) }
    }
  }

  private static func paragraph(_ style: WordStyle, _ xml: inout XMLWriter) {
    if style.level != nil || style == .operative { xml.empty("w:keepNext") }
    switch style {
    case .body:
      xml.empty("w:spacing", [("w:after", "120")])
      xml.empty("w:ind", [("w:firstLine", "720")])
    case .operative:
      xml.empty("w:spacing", [("w:before", "120"), ("w:after", "120")])
      xml.empty("w:ind", [("w:firstLine", "0")])
    case .tableText: xml.empty("w:spacing", [("w:before", "40"), ("w:after", "40")])
    case .rule: xml.empty("w:spacing", [("w:line", "20"), ("w:lineRule", "exact")])
    default: break
    }
    switch style {
    case .body: xml.empty("w:jc", [("w:val", "both")])
    case .title, .form, .operative, .header, .footer: xml.empty("w:jc", [("w:val", "center")])
    default: break
    }
    if let level = style.level { xml.empty("w:outlineLvl", [("w:val", "\(level)")]) }
  }

  private static func run(_ style: WordStyle, _ xml: inout XMLWriter) {
    let isBold = style.level != nil || style == .title || style == .operative
    if isBold { xml.empty("w:b") }
    if style == .legalBasis { xml.empty("w:i") }
    let size: Int? =
      switch style {
      case .form, .header: 26
      case .tableText: 24
      case .recipients, .footer: 22
      case .comment: 20
      case .rule: 2
      default: nil
      }
    if let size { xml.empty("w:sz", [("w:val", "\(size)")]) }
  }
}
