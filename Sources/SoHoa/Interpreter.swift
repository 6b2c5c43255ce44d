import SoHoaDictionaries
import SoHoaExtraction
import SoHoaModel
import SoHoaStructure
import SoHoaVietnamese

/// What follows the reading of pages: sort marks → furniture and tables of all pages → restore → split into
/// documents → structure → extract.
struct Interpreter: Sendable {
  private let sorter: MarkSorter
  private let restore: PageRestorer
  private let splitter: DocumentSplitter
  private let parser: StructureParser
  private let extractor: RecordExtractor
  private let languageCheck: LanguageCheck
  private let signatureCheck: SignatureCheck
  let software: Software

  init(dictionaries: DictionaryFolder, language: String, isRaw: Bool = false) throws(ConversionFailure) {
    do {
      let restorer = try Restorer(dictionaries: dictionaries, words: .standard())
      restore = PageRestorer(restorer)
      languageCheck = LanguageCheck(guess: restorer.languageGuess)
      sorter = try MarkSorter(dictionaries: dictionaries)
      splitter = try DocumentSplitter(dictionaries: dictionaries)
      parser = try StructureParser(dictionaries: dictionaries)
      signatureCheck = SignatureCheck(names: try PersonNames(dictionaries))
      extractor = try RecordExtractor(dictionaries: dictionaries, isRaw: isRaw)
    } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
    software = Inventory(dictionaries: dictionaries, language: language).software
  }

  struct Result: Sendable {
    var pages: [Page]
    var documents: [ConvertedDocument]
    var findings: [Finding]
  }

  /// - Parameters:
  ///   - fileName: of the input, without its folder.
  ///   - signatures: digital ones that the file carries.
  func run(_ read: [Page], fileName: String? = nil, signatures: [FileSignature] = []) -> Result {
    let pages = restore.run(TableLinks().link(PageFurniture().mark(sorter.run(read))))
    let parts = splitter.split(pages)
    let context = DocumentContext(
      fileName: parts.count == 1 ? fileName : nil, signatures: signatures.compactMap(\.time))
    let documents = parts.map { document($0, context) }
    let handwriting = Dictionary(grouping: documents.flatMap(\.handwriting), by: \.id.page)
    return Result(
      pages: pages.map { $0.marked(handwriting[$0.number] ?? []) }, documents: documents.map(\.document),
      findings: languageCheck.findings(pages) + DoubtfulWords().findings(pages)
        + DocumentFindings.findings(pages, parts.map(\.numbers))
        + signatureCheck.findings(signatures, documents.flatMap(\.document.record.signers)))
  }

  private func document(
    _ part: DocumentPages, _ context: DocumentContext
  ) -> (document: ConvertedDocument, handwriting: [PageMark]) {
    let structure = parser.run(part)
    let extraction = extractor.run(part.pages, structure, context: context)
    let all = structure.findings + extraction.findings
    let document = ConvertedDocument(
      record: extraction.record, structure: structure, findings: extraction.findings,
      needsReview: ReviewPolicy().needsReview(extraction.record, findings: all))
    return (document, extraction.handwriting)
  }
}

/// What is said of a file that holds no text, or more than one document.
enum DocumentFindings {
  /// - Parameter documents: the pages of each.
  static func findings(_ pages: [Page], _ documents: [[Int]]) -> [Finding] {
    guard pages.contains(where: { !$0.words.isEmpty }) else { return [noText] }
    guard documents.count > 1 else { return [] }
    let parts = documents.map(PageRanges.text).joined(separator: "; ")
    return [
      Finding(
        .info, "file.documents",
        Message(
          en: "the file holds \(documents.count) documents: pages \(parts); each has a record of its own",
          vi: "tệp có \(documents.count) văn bản: trang \(parts); mỗi văn bản có một bản ghi riêng"))
    ]
  }
}

extension DocumentFindings {
  private static let noText = Finding(
    .warning, "file.noText",
    Message(
      en: "no text was read on any page: outputs hold no text; check what was scanned, and scan it again",
      vi: "không đọc được chữ nào trên các trang: kết quả không có văn bản; hãy kiểm tra bản quét và quét lại"
    ))
}

/// Page numbers as a clerk writes them: `1-3`, `4`.
enum PageRanges {
  static func text(_ pages: [Int]) -> String {
    guard let first = pages.first, let last = pages.last else { return "" }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }
}

extension Page {
  /// With more marks, numbered on.
  fileprivate func marked(_ more: [PageMark]) -> Page {
    var page = self
    for mark in more where mark.id.page == number {
      page.marks.append(
        PageMark(
          id: ID(page: number, index: page.marks.count + 1), kind: mark.kind, colour: mark.colour,
          box: mark.box,
          confidence: mark.confidence, hand: mark.hand))
    }
    return page
  }
}
