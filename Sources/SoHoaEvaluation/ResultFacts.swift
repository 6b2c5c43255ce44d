import SoHoaModel

/// The facts that a converted document claims, by the names of the truth files.
struct ResultFacts {
  let document: ConvertedDocument

  private var record: Record { document.record }

  func facts() -> [String: [FactSheet.Fact]] {
    var facts: [String: [FactSheet.Fact]] = [:]
    for (name, fact) in head + closing { facts[name] = fact.map { [$0] } ?? [] }
    for (name, values) in lists + cited { facts[name] = values }
    facts["headings"] = document.structure.body.flatMap(headings)
    let outline = OutlineFacts(document.structure.body)
    facts["outline"] = outline.parts
    facts["outline.items"] = outline.items
    facts["tasks"] = TaskFacts.facts(record.responsibilities)
    return facts
  }

  /// The number counts once where its confidence is judged.
  private var head: [(String, FactSheet.Fact?)] {
    let number = record.number?.value
    return [
      ("family", fact(record.family) { $0.rawValue }),
      ("document_type", fact(record.kind) { $0.name }),
      ("number", number?.number.map { .init([$0]) }),
      ("symbol", number?.symbol.map { .init([$0]) }),
      ("number_full", fact(record.number) { $0.full }),
      ("agency_parent", fact(record.superiorBody) { $0 }),
      ("agency", fact(record.issuingBody) { $0 }),
      ("place", fact(record.place) { $0 }),
      ("issue_date", fact(record.issueDate) { $0.edtf }),
      ("title", fact(record.title) { $0 }),
      ("urgency", fact(record.urgency) { $0 }),
      ("secrecy", fact(record.secrecy) { $0 }),
      ("circulation", fact(record.circulation) { $0 }),
      ("issuer.name", record.issuer.map { .init([$0.name]) }),
      ("issuer.level", record.issuer?.level.map { .init([$0.rawValue]) }),
      ("issuer.province", record.issuer?.province.map { .init([$0]) }),
    ]
  }

  private var closing: [(String, FactSheet.Fact?)] {
    [
      ("drafter", fact(record.drafter) { $0 }),
      ("archive.copies", record.archive?.copies.map { .init(["\($0)"]) }),
      ("arrival.number", fact(record.arrival?.number) { $0 }),
      ("arrival.date", fact(record.arrival?.date) { $0.edtf }),
    ]
  }

  private func fact<Value>(_ field: Field<Value>?, _ text: (Value) -> String?) -> FactSheet.Fact? {
    field.flatMap { field in
      field.value.flatMap(text).map { .init([$0], confidence: field.confidence, rule: field.rule) }
    }
  }

  private func fact<Value>(_ field: Field<Value>, _ text: String) -> FactSheet.Fact {
    .init([text], confidence: field.confidence, rule: field.rule)
  }

  /// The surest of its mentions speaks for it.
  private func cited(_ reference: Reference, _ text: String) -> FactSheet.Fact {
    let mention = reference.mentions.max { $0.confidence < $1.confidence }
    return mention.map { fact($0, text) } ?? .init([text])
  }

  private var archiveCodes: [FactSheet.Fact] {
    record.archive.map { archive in archive.codes.map { fact(archive.text, $0) } } ?? []
  }

  private var lists: [(String, [FactSheet.Fact])] {
    [
      ("addressees", record.addressees.compactMap { fact($0) { $0 } }),
      ("recipients", record.recipients.map { fact($0.party, $0.party.text) }),
      ("archive.codes", archiveCodes),
      ("signer.name", record.signers.compactMap { fact($0.name) { $0 } }),
      ("signer.title", record.signers.compactMap { fact($0.position) { $0 } }),
      ("signer.authority", record.signers.flatMap { $0.authority.compactMap { fact($0) { $0 } } }),
      ("dates", FactSheet.distinct(record.dates.compactMap(dateFact))),
      ("deadlines", FactSheet.distinct(record.dates.compactMap(deadline))),
      ("terms", FactSheet.distinct(record.dates.compactMap(term))),
      ("responsible_parties", record.responsibilities.compactMap(duty)),
    ]
  }

  private var cited: [(String, [FactSheet.Fact])] {
    let numbered = record.references.compactMap { reference in
      (reference.number.full ?? reference.number.number).map { (number: $0, reference: reference) }
    }
    return [
      ("references", numbered.map { cited($0.reference, $0.number) }),
      ("references.date", record.references.compactMap(datedReference).map { .init([$0]) }),
      ("references.kind", numbered.map { .init(["\($0.number) \($0.reference.kind?.name ?? "")"]) }),
      ("references.basis", numbered.filter { $0.reference.role == .basis }.map { .init([$0.number]) }),
      (
        "references.mentions",
        numbered.flatMap { Array(repeating: .init([$0.number]), count: $0.reference.mentions.count) }
      ),
      (
        "references.laws",
        record.references.filter { $0.number.full == nil && $0.number.number == nil }.compactMap { law in
          law.title.map { cited(law, $0) }
        }
      ),
    ]
  }

  /// A numbered paragraph without a title, or whose own text follows its title, may count as a heading or not.
  private func headings(_ node: Node) -> [FactSheet.Fact] {
    let below = node.children.flatMap(headings)
    let isHeading = ![.dash, .plus, .paragraph, .letterItem, .romanItem, .legalBasis, .operative].contains(
      node.kind)
    guard isHeading, let label = node.label else { return below }
    let isOptional =
      node.kind == .annex
      || (node.title == nil || node.text != nil)
        && [.clause, .point, .numberHeading, .romanHeading].contains(node.kind)
    let heading = FactSheet.heading(label: label, title: node.title?.text ?? "")
    return [FactSheet.Fact([heading], isOptional: isOptional)] + below
  }

  private func datedReference(_ reference: Reference) -> String? {
    guard let number = reference.number.full ?? reference.number.number, let date = reference.date?.edtf
    else { return nil }
    return "\(number) \(date)"
  }

  private func dateFact(_ mention: DateMention) -> FactSheet.Fact? {
    fact(mention.date) { $0.edtf.map { "\($0) \(mention.role.truthName)" } }
  }

  private func deadline(_ mention: DateMention) -> FactSheet.Fact? {
    guard mention.role == .deadline || mention.role == .recurringDeadline, mention.date.value?.term == nil
    else { return nil }
    return mention.date.value.flatMap(DeadlineText.text).map { .init([$0]) }
  }

  private func term(_ mention: DateMention) -> FactSheet.Fact? {
    mention.date.value.flatMap { $0.term == nil ? nil : DeadlineText.text($0) }.map { .init([$0]) }
  }

  private func duty(_ duty: Responsibility) -> FactSheet.Fact? {
    fact(duty.party) { "\($0) | \(duty.role.truthName)" }
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
