import SoHoaDictionaries
import SoHoaExtraction
import SoHoaModel
import SoHoaStructure
import SoHoaVietnamese

/// What follows the reading of pages: sort marks → furniture and tables of all pages → restore → structure →
/// extract.
struct Interpreter: Sendable {
  private let sorter: MarkSorter
  private let restore: PageRestorer
  private let parser: StructureParser
  private let extractor: RecordExtractor
  private let languageCheck: LanguageCheck
  let software: Software

  init(dictionaries: DictionaryFolder, language: String) throws(ConversionFailure) {
    do {
      let restorer = try Restorer(dictionaries: dictionaries, words: .standard())
      restore = PageRestorer(restorer)
      languageCheck = LanguageCheck(guess: restorer.languageGuess)
      sorter = try MarkSorter(dictionaries: dictionaries)
      parser = try StructureParser(dictionaries: dictionaries)
      extractor = try RecordExtractor(dictionaries: dictionaries)
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

  func run(_ read: [Page]) -> Result {
    let pages = restore.run(TableLinks().link(PageFurniture().mark(sorter.run(read))))
    let structure = parser.run(pages)
    let extraction = extractor.run(pages, structure)
    let all = structure.findings + extraction.findings
    let document = ConvertedDocument(
      record: extraction.record, structure: structure, findings: extraction.findings,
      needsReview: ReviewPolicy().needsReview(extraction.record, findings: all))
    return Result(
      pages: pages.map { $0.marked(extraction.handwriting) }, documents: [document],
      findings: languageCheck.findings(pages) + DoubtfulWords().findings(pages))
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
          confidence: mark.confidence))
    }
    return page
  }
}
