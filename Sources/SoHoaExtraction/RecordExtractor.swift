import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// What was read of a document, and what is doubtful about it.
public struct Extraction: Hashable, Codable, Sendable {
  public var record: Record
  public var findings: [Finding]
  /// Number, day and month that seem to be filled in by hand.
  public var handwriting: [PageMark]

  public init(record: Record, findings: [Finding], handwriting: [PageMark] = []) {
    self.record = record
    self.findings = findings
    self.handwriting = handwriting
  }
}

/// Fills the record of a document from its pages and their structure. Null rather than a guess.
public struct RecordExtractor: Sendable {
  private let phrases: FormPhrases
  private let tables: FormTables
  private let names: PersonNames
  private let kinds: KindTable
  private let gazetteer: Gazetteer
  private let bodyNames: BodyNames
  private let familyBodies: FamilyBodies
  private let units: AdministrativeUnits
  private let issuers: IssuerExtractor
  private let datePhrases: DatePhrases
  private let duties: DutyTable
  private let purposes: PurposeTable
  /// Nil: confidences stay raw scores.
  private let confidence: FieldConfidence?

  /// - Parameter isRaw: leave the scores of the rules as they are, to learn from them.
  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(dictionaries: DictionaryFolder, isRaw: Bool = false) throws {
    confidence = isRaw ? nil : try FieldConfidence(dictionaries)
    phrases = try FormPhrases(dictionaries)
    tables = try FormTables(dictionaries)
    names = try PersonNames(dictionaries)
    kinds = try KindTable(dictionaries)
    gazetteer = try Gazetteer(dictionaries)
    bodyNames = try BodyNames(dictionaries)
    familyBodies = try FamilyBodies(dictionaries)
    units = try AdministrativeUnits(dictionaries)
    issuers = try IssuerExtractor(dictionaries, units: units, tables: tables)
    datePhrases = try DatePhrases(dictionaries)
    purposes = try PurposeTable(dictionaries)
    duties = try DutyTable(dictionaries, gazetteer)
  }

  /// - Complexity: linear in the number of words.
  public func run(
    _ pages: [Page], _ structure: DocumentStructure, context: DocumentContext = DocumentContext()
  ) -> Extraction {
    let sheet = Sheet(pages, structure)
    let context = HandContext(context: context)
    var extraction = Extraction(record: Record(), findings: [])
    let issued = readHeader(sheet, context, &extraction)
    readClosing(sheet, &extraction)
    readBody(sheet, issued: issued, context, &extraction)
    extraction.handwriting = HandwritingFinder().marks(sheet, extraction.record)
    extraction.findings += RecordFindings.findings(extraction.record, sheet, tables)
    extraction.record = confidence?.weighed(extraction.record) ?? extraction.record
    return extraction
  }

  /// - Returns: the date of issue, where it is certain.
  private func readHeader(_ sheet: Sheet, _ context: HandContext, _ extraction: inout Extraction)
    -> CalendarDate?
  {
    let header = HeaderTextExtractor(phrases: phrases, bodyNames: bodyNames)
    let number = NumberExtractor(kinds: kinds, gazetteer: gazetteer).number(sheet)
    let family = FamilyExtractor(phrases: phrases, kinds: kinds, bodies: familyBodies).family(
      sheet, symbol: number.tail)
    var issue = PlaceAndDateExtractor(gazetteer: gazetteer).read(sheet)
    let arrival = ArrivalExtractor(phrases: phrases).arrival(sheet)
    context.check(&issue, arrived: arrival?.date?.value?.edtf)
    context.weigh(&issue, sheet.hands)
    extraction.record.family = family
    extraction.record.kind = KindExtractor(kinds: kinds).kind(
      sheet, number: number.tail, family: family?.value)
    extraction.record.number = number.field
    extraction.record.superiorBody = header.body(.superiorBody, sheet, rule: "superior-body/letterhead")
    let own = header.body(.issuingBody, sheet, rule: "issuing-body/letterhead")
    extraction.record.issuingBody = own
    if let superior = extraction.record.superiorBody?.value, let name = own?.value,
      !issuers.canStandAbove(superior, name)
    {
      extraction.record.superiorBody = nil
    }
    extraction.record.place = PlaceAgreement(units: units).checked(issue.place, extraction.record)
    extraction.record.issueDate = issue.date
    extraction.record.issuer = issuers.issuer(extraction.record)
    extraction.record.title = header.title(sheet)
    extraction.record.urgency = header.mark(.urgency, .urgency, sheet, rule: "urgency/stamp")
    extraction.record.secrecy = SecrecyExtractor(phrases: phrases).secrecy(sheet)
    extraction.record.circulation = header.mark(
      .circulation, .circulation, sheet, rule: "circulation/stamp")
    extraction.record.addressees = header.addressees(sheet)
    extraction.record.arrival = arrival
    extraction.findings += number.findings + issue.findings
    return issue.calendar
  }

  private func readClosing(_ sheet: Sheet, _ extraction: inout Extraction) {
    let recipients = RecipientsExtractor(phrases: phrases, purposes: purposes, names: names)
    extraction.record.recipients = recipients.recipients(sheet)
    extraction.record.archive = recipients.archive(sheet)
    extraction.record.drafter = recipients.drafter(sheet)
    let signers = SignersExtractor(tables: tables, names: names).signers(sheet)
    let banner = BannerCheck(names: names)
    extraction.record.signers = banner.weighed(signers, sheet)
    extraction.findings += banner.findings(signers, sheet)
  }

  private func readBody(
    _ sheet: Sheet, issued: CalendarDate?, _ context: HandContext, _ extraction: inout Extraction
  ) {
    let issuers = IssuerGrammar(gazetteer: gazetteer, kinds: kinds)
    let citations = CitationFinder(
      kinds: kinds, issuers: issuers, mender: CodeMender(kinds: kinds, gazetteer: gazetteer)
    ).citations(sheet)
    weigh(context, sheet, citations, &extraction)
    extraction.record.references = ReferencesExtractor().references(
      citations,
      own: OwnDocument(
        number: extraction.record.number?.value, kind: extraction.record.kind?.value,
        date: extraction.record.issueDate?.value?.edtf))
    checkHeader(sheet, citations, &extraction)
    let tables = TaskTableFinder(columns: duties.columns).tables(sheet)
    let dates = DatesExtractor(phrases: datePhrases, issued: issued).dates(
      sheet, citations: citations, dueCells: tables.reduce(into: []) { $0.formUnion($1.deadlines) },
      own: extraction.record.number?.value?.full)
    if let issue = extraction.record.issueDate, issue.value != nil {
      extraction.record.dates.append(DateMention(date: issue, role: .issue))
    }
    extraction.record.dates += dates.dates.map { DateMention(date: $0.field, role: $0.role) }
    extraction.findings += dates.findings
    let isReport = extraction.record.kind?.value?.code == "BC"
    extraction.record.responsibilities = ResponsibilitiesExtractor(duties: duties, isReport: isReport)
      .responsibilities(sheet, tables: tables, dates: dates.dates)
  }

  private func weigh(
    _ context: HandContext, _ sheet: Sheet, _ citations: [Citation], _ extraction: inout Extraction
  ) {
    let checks = HeaderChecks(kinds: kinds, gazetteer: gazetteer, units: units)
    let mark = sheet.hands.mark(.number, in: sheet.joined(.documentNumber))
    let attached = checks.proposals(extraction.record, citations, sheet)
    let repeated = mark.map { sheet.hands.repeated(.number, beyond: $0.id.page) } ?? []
    guard
      let agreed = context.weigh(&extraction.record, mark?.hand, attached: attached, repeated: repeated)
    else { return }
    extraction.findings.removeAll { $0.code == "number.handwritten" }
    extraction.findings.append(agreed)
  }

  private func checkHeader(_ sheet: Sheet, _ citations: [Citation], _ extraction: inout Extraction) {
    let checks = HeaderChecks(kinds: kinds, gazetteer: gazetteer, units: units)
    let proposals = checks.proposals(extraction.record, citations, sheet)
    extraction.record.number?.alternatives += proposals
    extraction.findings += checks.findings(extraction.record, citations, sheet)
  }
}
