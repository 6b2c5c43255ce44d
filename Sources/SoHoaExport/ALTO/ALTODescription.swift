import SoHoaModel

/// What was read and by what: the head of an ALTO file.
struct ALTODescription {
  static let recognition = "processing_read"
  static let restoration = "processing_restore"

  private let file: ConvertedFile

  init(_ file: ConvertedFile) { self.file = file }

  func write(to xml: inout XMLWriter) {
    xml.element("Description") { xml in
      xml.element("MeasurementUnit", text: "pixel")
      xml.element("sourceImageInformation") { xml in
        xml.element("fileName", text: file.source.name)
        xml.element("fileIdentifier", [("fileIdentifierLocation", "SHA-256")], text: file.source.sha256)
      }
      xml.breakLine()
      let engine = file.software.components.first { $0.name == "tesseract" }
      step(
        Self.recognition, "contentGeneration", ["Words, lines and blocks with their places"],
        by: engine ?? component, &xml)
      step(
        Self.restoration, "contentModification", ["Restoration of Vietnamese marks", "Structure and values"],
        by: component, &xml)
    }
  }

  private var component: Software.Component {
    Software.Component(name: file.software.name, version: file.software.version)
  }

  private func step(
    _ id: String, _ category: String, _ texts: [String], by software: Software.Component,
    _ xml: inout XMLWriter
  ) {
    xml.element("Processing", [("ID", id)]) { xml in
      xml.element("processingCategory", text: category)
      for text in texts { xml.element("processingStepDescription", text: text) }
      xml.element("processingStepSettings", text: settings)
      xml.element("processingSoftware") { xml in
        xml.element("softwareName", text: software.name)
        xml.element("softwareVersion", text: software.version)
        xml.element("applicationDescription", text: parts)
      }
    }
    xml.breakLine()
  }

  private var settings: String { "mode=\(file.settings.mode.rawValue) language=\(file.settings.language)" }

  private var parts: String {
    file.software.components.map { "\($0.name) \($0.version)" }.joined(separator: "; ")
  }
}
