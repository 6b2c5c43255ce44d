import Foundation
import SoHoaModel

/// Writes the header of an edXML message (QCVN 102:2016/BTTTT with amendment 1:2022): what the paper says of itself.
///
/// A draft for the system of exchange: no body, no attachments, no trace, no signature. A file of several documents
/// gives a message each, in a frame of our own.
public struct EdXMLWriter: Sendable {
  static let namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016"

  private let entry: ArchiveEntry

  public init(_ entry: ArchiveEntry) { self.entry = entry }

  public func encode(_ file: ConvertedFile) -> Data {
    var xml = XMLWriter(head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    if file.documents.count == 1 {
      write(file.documents[0], &xml)
    } else {
      xml.breakLine()
      xml.open("sohoa:messages", [("xmlns:sohoa", FormWriter.namespace)])
      for document in file.documents { write(document, &xml) }
      xml.breakLine()
      xml.close("sohoa:messages")
    }
    xml.breakLine()
    return Data(xml.bytes)
  }

  private func write(_ document: ConvertedDocument, _ xml: inout XMLWriter) {
    xml.breakLine()
    xml.open("edXML", [("xmlns", Self.namespace), ("xmlns:sohoa", FormWriter.namespace)])
    var form = FormWriter(xml: xml, rules: entry.codes.rules("edxml"), depth: 1)
    form.group("edXMLEnvelope") { form in
      form.group("edXMLHeader") { form in
        form.group("MessageHeader") { header(document, &$0) }
        form.report()
      }
    }
    xml = form.xml
    xml.breakLine()
    xml.close("edXML")
  }

  private func header(_ document: ConvertedDocument, _ form: inout FormWriter) {
    let record = document.record
    form.group("From") { form in
      form.field("OrganId", entry.filing.issuer)
      form.field("OrganName", record.issuer?.name ?? record.issuingBody?.value)
    }
    for addressee in record.addressees {
      form.group("To") { $0.field("OrganName", addressee.value ?? addressee.text) }
    }
    form.optional("DocumentId", documentId(record))
    form.group("Code") { form in
      form.field("CodeNumber", record.number?.value?.number)
      form.field("CodeNotation", record.number?.value?.symbol)
    }
    form.group("PromulgationInfo") { form in
      form.optional("Place", record.place?.value)
      form.field("PromulgationDate", IssueDay(record)?.yearFirst)
    }
    kind(record.kind?.value, &form)
    form.field("Subject", record.title?.value)
    signer(record.signers.first, &form)
    places(record.recipients, &form)
    other(document, &form)
  }

  private func kind(_ kind: DocumentKind?, _ form: inout FormWriter) {
    guard let kind else { return }
    form.group("DocumentType") { form in
      form.optional("Type", entry.codes.code("Type", kind.name))
      form.optional("TypeName", kind.name)
    }
  }

  private func signer(_ signer: Signer?, _ form: inout FormWriter) {
    guard let signer else { return }
    let authority = signer.authority.map { $0.value ?? $0.text }.joined(separator: ", ")
    form.group("SignerInfo") { form in
      form.optional("Competence", authority.isEmpty ? nil : authority)
      form.optional("Position", signer.position?.value)
      form.optional("FullName", signer.name?.value)
    }
  }

  private func places(_ recipients: [Recipient], _ form: inout FormWriter) {
    guard !recipients.isEmpty else { return }
    form.group("ToPlaces") { form in
      for recipient in recipients { form.field("Place", recipient.party.value ?? recipient.party.text) }
    }
  }

  private func other(_ document: ConvertedDocument, _ form: inout FormWriter) {
    let record = document.record
    form.group("OtherInfo") { form in
      form.optional("Priority", record.urgency?.value.flatMap { entry.codes.code("Priority", $0) })
      form.optional("SphereOfPromulgation", record.circulation?.value)
      form.optional("TyperNotation", record.drafter?.value)
      form.optional("PromulgationAmount", record.archive?.copies.map { "\($0)" })
      form.optional(
        "PageAmount", document.structure.pages.isEmpty ? nil : "\(document.structure.pages.count)")
    }
  }

  /// `H24.5,2020/01/05,15/QĐ-BNV`; nil unless all three are known.
  private func documentId(_ record: Record) -> String? {
    guard let agency = entry.filing.issuer, let day = IssueDay(record), let code = record.number?.value?.full
    else {
      return nil
    }
    return "\(agency),\(day.yearFirst),\(code)"
  }
}
