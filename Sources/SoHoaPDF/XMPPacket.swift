/// The metadata of a copy in XMP (ISO 16684-1), with the description of our own properties that PDF/A asks for.
struct XMPPacket {
  private let metadata: CopyMetadata
  private let conformance: SearchablePDF.Conformance

  init(_ metadata: CopyMetadata, _ conformance: SearchablePDF.Conformance) {
    self.metadata = metadata
    self.conformance = conformance
  }

  var text: String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    \(parts.joined(separator: "\n"))
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
  }

  private var parts: [String] {
    let plain = [dublinCore, description("xmp", "http://ns.adobe.com/xap/1.0/", basic)]
    let adobe = description("pdf", "http://ns.adobe.com/pdf/1.3/", adobePDF)
    return plain + [adobe, description("sohoa", Self.namespace, own)] + (conformance == .none ? [] : archival)
  }

  private func description(_ prefix: String, _ namespace: String, _ elements: [(String, String?)]) -> String {
    let lines = elements.compactMap { name, value in
      value.map { "<\(prefix):\(name)>\($0)</\(prefix):\(name)>" }
    }
    return """
      <rdf:Description rdf:about="" xmlns:\(prefix)="\(namespace)">
      \(lines.joined(separator: "\n"))
      </rdf:Description>
      """
  }

  private var dublinCore: String {
    description(
      "dc", "http://purl.org/dc/elements/1.1/",
      [
        ("format", "application/pdf"), ("title", alternatives(metadata.title)),
        ("description", metadata.subject.map(alternatives)),
        ("creator", metadata.issuer.map { list("Seq", $0) }),
        ("date", metadata.date.map { list("Seq", $0) }), ("identifier", metadata.number.map(escaped)),
        ("language", list("Bag", "vi")),
      ])
  }

  private var basic: [(String, String?)] {
    [
      ("CreatorTool", CopyMetadata.producer),
      ("CreateDate", metadata.created.flatMap(PDFDate.init)?.iso8601),
    ]
  }

  private var adobePDF: [(String, String?)] {
    [("Producer", CopyMetadata.producer), ("Keywords", metadata.number.map(escaped))]
  }

  private var own: [(String, String?)] {
    [
      ("SourceFile", escaped(metadata.sourceName)), ("SourceSHA256", metadata.sourceSHA256),
      ("SignatureNote", metadata.signatureNote.map(escaped)),
    ]
  }

  // MARK: PDF/A

  private static let namespace = SearchablePDF.mark

  private var archival: [String] {
    let part = conformance == .a1b ? "1" : "2"
    return [
      description("pdfaid", "http://www.aiim.org/pdfa/ns/id/", [("part", part), ("conformance", "B")]),
      extensions,
    ]
  }

  private var extensions: String {
    let properties = [
      ("SourceFile", "Name of the file that this copy was made from"),
      ("SourceSHA256", "SHA-256 of the file that this copy was made from"),
      ("SignatureNote", "Digital signatures of the source, which this copy does not carry"),
    ]
    return """
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>SoHoa</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>\(Self.namespace)</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>sohoa</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>
      \(properties.map(property).joined(separator: "\n"))
      </rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """
  }

  private func property(_ name: String, _ meaning: String) -> String {
    """
    <rdf:li rdf:parseType="Resource"><pdfaProperty:name>\(name)</pdfaProperty:name>\
    <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
    <pdfaProperty:category>external</pdfaProperty:category>\
    <pdfaProperty:description>\(meaning)</pdfaProperty:description></rdf:li>
    """
  }

  // MARK: Values

  private func alternatives(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
  }

  private func list(_ kind: String, _ text: String) -> String {
    "<rdf:\(kind)><rdf:li>\(escaped(text))</rdf:li></rdf:\(kind)>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
