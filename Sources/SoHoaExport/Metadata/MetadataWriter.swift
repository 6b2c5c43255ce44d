import Foundation
import SoHoaModel

/// Writes archive metadata (`metadata.xml`): for each document of a file the fields of EAD_doc by Thông tư
/// 05/2025/TT-BNV, in their order, empty where nobody says them.
///
/// Attributes and elements of the prefix `sohoa` are notes for people; without them only the fields are left.
public struct MetadataWriter: Sendable {
  private let entry: ArchiveEntry

  public init(_ entry: ArchiveEntry) { self.entry = entry }

  public func encode(_ file: ConvertedFile) -> Data {
    var xml = XMLWriter(head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "documents",
      [
        ("xmlns:sohoa", FormWriter.namespace), ("sohoa:source", file.source.name),
        ("sohoa:sha256", file.source.sha256),
      ])
    for document in file.documents {
      write(MetadataValues(file: file, document: document, entry: entry), &xml)
    }
    xml.breakLine()
    xml.close("documents")
    xml.breakLine()
    return Data(xml.bytes)
  }

  private func write(_ values: MetadataValues, _ xml: inout XMLWriter) {
    let rules = entry.codes.rules("ead")
    var form = FormWriter(xml: xml, rules: rules, depth: 1)
    form.group("EAD_doc") { form in
      for rule in rules { form.field(rule.name, values[rule.name]) }
      form.report()
    }
    xml = form.xml
  }
}
