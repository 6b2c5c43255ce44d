import SoHoaModel

/// The parts of a Word document that say what the others are (ECMA-376, part 2).
struct WordPackage {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let header = "rIdHeader"

  /// Parts of `word/` beside the document: name without extension, kind, id of the relationship.
  private var parts: [(name: String, kind: String, id: String)] = [
    ("styles", "styles", "rIdStyles"), ("settings", "settings", "rIdSettings"),
    ("comments", "comments", "rIdComments"), ("header", "header", WordPackage.header),
  ]

  /// - Parameter footers: how many there are.
  init(footers: Int) {
    parts += (0..<footers).map { ("footer\($0 + 1)", "footer", Self.footer($0)) }
  }

  static func footer(_ index: Int) -> String { "rIdFooter\(index + 1)" }

  func contentTypes(_ xml: inout XMLWriter) {
    let fixed = [
      ("/word/document.xml", "\(Self.type).document.main+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    let all = fixed + parts.map { ("/word/\($0.name).xml", "\(Self.type).\($0.kind)+xml") }
    xml.element("Types", [("xmlns", "\(Self.package)/content-types")]) { xml in
      let relations = "application/vnd.openxmlformats-package.relationships+xml"
      xml.empty("Default", [("Extension", "rels"), ("ContentType", relations)])
      xml.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
      for (name, type) in all { xml.empty("Override", [("PartName", name), ("ContentType", type)]) }
    }
  }

  func packageRelationships(_ xml: inout XMLWriter) {
    Self.relationships(
      [
        ("rId1", "\(Self.relationships)/officeDocument", "word/document.xml"),
        (
          "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"
        ),
      ], &xml)
  }

  func documentRelationships(_ xml: inout XMLWriter) {
    Self.relationships(
      parts.map { ($0.id, "\(Self.relationships)/\($0.kind)", "\($0.name).xml") }, &xml)
  }

  private static func relationships(
    _ all: [(id: String, type: String, target: String)], _ xml: inout XMLWriter
  ) {
    xml.element("Relationships", [("xmlns", "\(package)/relationships")]) { xml in
      for (id, type, target) in all {
        xml.empty("Relationship", [("Id", id), ("Type", type), ("Target", target)])
      }
    }
  }

  /// Title, issuer and origin; no dates, so that the same input gives the same bytes.
  static func coreProperties(of file: ConvertedFile, _ xml: inout XMLWriter) {
    let record = file.documents.first?.record
    let name = [record?.kind?.value?.name, record?.number?.value?.full].compactMap { $0 }
    let title = record?.title?.value ?? record?.title?.text
    xml.element(
      "cp:coreProperties",
      [
        ("xmlns:cp", "\(package)/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ]
    ) { xml in
      if let title { xml.element("dc:title", text: title) }
      if !name.isEmpty { xml.element("dc:subject", text: name.joined(separator: " ")) }
      if let issuer = record?.issuingBody?.value { xml.element("dc:creator", text: issuer) }
      xml.element(
        "dc:description",
        text: "Chép lại từ \(file.source.name) (SHA-256 \(file.source.sha256)) bằng \(file.software.name) "
          + "\(file.software.version); cần đối chiếu với bản gốc.")
      xml.element("dc:language", text: "vi-VN")
    }
  }
}
