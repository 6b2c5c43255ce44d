import SoHoaDictionaries
import SoHoaModel

/// The pages of one document of a file.
public struct DocumentPages: Sendable {
  /// The document's own, in order.
  public var pages: [Page]
  /// Pages before the first that hold no document by themselves: a cover sheet, an empty page.
  public var leading: [Page] = []

  /// All of them.
  public var numbers: [Int] { (leading + pages).map(\.number) }
}

/// Splits a file into the documents that it holds: a batch scan of several dispatches, a draft behind its letter.
///
/// A header on a later page begins a new document: a title of the state or the Party, or a body's name, with a
/// number or a place and date. So does one behind a closing in the middle of a page of text; the page then belongs
/// to both. Annexes, forms and what is `Ban hành kèm theo` the document stay with it, also
/// with a national title of their own.
public struct DocumentSplitter: Sendable {
  private let phrases: FormPhrases
  private let tables: FormTables

  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(dictionaries: DictionaryFolder) throws {
    phrases = try FormPhrases(dictionaries)
    tables = try FormTables(dictionaries)
  }

  /// - Returns: at least one document; every page is in one of them, or its parts in several.
  /// - Complexity: linear in the number of pages.
  public func split(_ pages: [Page]) -> [DocumentPages] {
    var documents = [DocumentPages(pages: [])]
    var state = State()
    let cutter = PageCutter(phrases: phrases, tables: tables)
    for page in pages {
      for (index, part) in cutter.parts(page).enumerated() {
        let sheet = Sheet(part.upright, phrases: phrases, tables: tables)
        if index > 0 || begins(sheet, state) {
          documents.append(DocumentPages(pages: []))
          state = State()
        }
        state.note(sheet)
        documents[documents.count - 1].pages.append(part)
      }
    }
    return Self.withLeading(documents, hasHeader: headerPages(documents))
  }

  /// What was seen of the document that is being gathered.
  private struct State {
    var hasHeader = false
    var hasText = false
    var isClosed = false
    var hasAnnex = false

    mutating func note(_ sheet: Sheet) {
      if sheet.evidence.isHeader || sheet.evidence.isPlainHeader { hasHeader = true }
      if sheet.words > 0 { hasText = true }
      if sheet.evidence.isAnnex { hasAnnex = true }
      if sheet.isClosing { isClosed = true }
    }
  }

  private func begins(_ sheet: Sheet, _ state: State) -> Bool {
    guard state.hasText else { return false }
    if sheet.evidence.isHeader { return true }
    return sheet.evidence.isPlainHeader && state.isClosed && !state.hasAnnex
  }

  private func headerPages(_ documents: [DocumentPages]) -> [Bool] {
    documents.map { document in
      guard let page = document.pages.first else { return false }
      let evidence = Sheet(page.upright, phrases: phrases, tables: tables).evidence
      return evidence.isHeader || evidence.isPlainHeader
    }
  }

  /// Words of a cover sheet at most.
  private static let longestCover = 120

  /// A first part without a header and with few words is the cover of the next.
  private static func withLeading(_ documents: [DocumentPages], hasHeader: [Bool]) -> [DocumentPages] {
    guard documents.count > 1, !hasHeader[0], isCover(documents[0].pages) else { return documents }
    var rest = Array(documents.dropFirst())
    rest[0].leading = documents[0].pages
    return rest
  }

  private static func isCover(_ pages: [Page]) -> Bool {
    pages.count <= 2 && pages.reduce(0) { $0 + $1.words.count } <= longestCover
  }
}

extension DocumentSplitter {
  /// One page as the splitter sees it.
  private struct Sheet {
    let evidence: HeaderEvidence
    let words: Int
    /// `Nơi nhận` stands on it.
    let isClosing: Bool

    init(_ page: Page, phrases: FormPhrases, tables: FormTables) {
      let lines = PageLines.segments(of: page).filter { !$0.isFurniture && !$0.isEmpty }
      evidence = HeaderEvidenceReader(phrases: phrases, tables: tables).evidence(lines, PageLayout(page))
      words = lines.reduce(0) { $0 + $1.words.count }
      isClosing = lines.contains { line in
        line.words.count <= 12 && phrases.match(.recipients, in: line.folded) != nil
          || line.text.hasSuffix("./.")
      }
    }
  }
}

extension Segment {
  fileprivate var isFurniture: Bool {
    blockKind == .header || blockKind == .footer || blockKind == .pageNumber
  }
}
