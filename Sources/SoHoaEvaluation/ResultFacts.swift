import SoHoaModel

/// The facts that a converted document claims, by the names of the truth files.
struct ResultFacts {
  let document: ConvertedDocument

  private var record: Record { document.record }

  func facts() -> [String: [FactSheet.Fact]] {
    var facts: [String: [FactSheet.Fact]] = [:]
    for (name, value) in scalars { facts[name] = value.map { [.init([$0])] } ?? [] }
    for (name, values) in lists { facts[name] = values.map { .init([$0]) } }
    facts["headings"] = document.structure.body.flatMap(headings)
    return facts
  }

  private var scalars: [(String, String?)] {
    [
      ("document_type", record.kind?.value?.name),
      ("number", record.number?.value?.number),
      ("symbol", record.number?.value?.symbol),
      ("number_full", record.number?.value?.full),
      ("agency_parent", record.superiorBody?.value),
      ("agency", record.issuingBody?.value),
      ("place", record.place?.value),
      ("issue_date", record.issueDate?.value?.edtf),
      ("title", record.title?.value),
      ("urgency", record.urgency?.value),
      ("secrecy", record.secrecy?.value),
    ]
  }

  private var lists: [(String, [String])] {
    [
      ("addressees", record.addressees.compactMap(\.value)),
      ("recipients", record.recipients.map { recipientText($0) }),
      ("archive.codes", record.archive?.codes ?? []),
      ("signer.name", record.signers.compactMap { $0.name?.value }),
      ("signer.title", record.signers.compactMap { $0.position?.value }),
      ("signer.authority", record.signers.flatMap { $0.authority.compactMap(\.value) }),
      ("references", record.references.compactMap { $0.number.full ?? $0.number.number }),
      ("references.date", record.references.compactMap(datedReference)),
      ("dates", record.dates.compactMap(dateFact)),
      ("responsible_parties", record.responsibilities.compactMap(duty)),
    ]
  }

  private func recipientText(_ recipient: Recipient) -> String {
    recipient.party.text
  }

  /// A numbered paragraph without a title may count as a heading or not.
  private func headings(_ node: Node) -> [FactSheet.Fact] {
    let below = node.children.flatMap(headings)
    let isHeading = ![.dash, .plus, .paragraph, .letterItem, .legalBasis, .operative].contains(node.kind)
    guard isHeading, let label = node.label else { return below }
    let isOptional =
      node.title == nil && [.clause, .point, .numberHeading, .romanHeading].contains(node.kind)
    let heading = FactSheet.heading(label: label, title: node.title?.text ?? "")
    return [FactSheet.Fact([heading], isOptional: isOptional)] + below
  }

  private func datedReference(_ reference: Reference) -> String? {
    guard let number = reference.number.full ?? reference.number.number, let date = reference.date?.edtf
    else { return nil }
    return "\(number) \(date)"
  }

  private func dateFact(_ mention: DateMention) -> String? {
    mention.date.value?.edtf.map { "\($0) \(mention.role.truthName)" }
  }

  private func duty(_ duty: Responsibility) -> String? {
    duty.party.value.map { "\($0) | \(duty.role.truthName)" }
  }
}

extension FactSheet {
  /// Labels are compared without what closes them: `I.` and `I-` are one.
  static func heading(label: String, title: String) -> String {
    var numeral = label[...]
    while let last = numeral.last, ".-)/".contains(last) { numeral = numeral.dropLast() }
    return "\(numeral) | \(title)"
  }
}

extension DateMention.Role {
  /// As the truth files write it.
  var truthName: String {
    switch self {
    case .citedDocument: "cited_document"
    case .recurringDeadline: "recurring_deadline"
    default: rawValue
    }
  }
}

extension Responsibility.Role {
  var truthName: String {
    switch self {
    case .reportTo: "report_to"
    default: rawValue
    }
  }
}
