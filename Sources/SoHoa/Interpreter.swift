import SoHoaDictionaries
import SoHoaExtraction
import SoHoaModel
import SoHoaStructure
import SoHoaVietnamese

/// What follows the reading of pages: furniture and tables of all pages → restore → structure → extract.
struct Interpreter: Sendable {
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
    let pages = restore.run(TableLinks().link(PageFurniture().mark(read)))
    let structure = parser.run(pages)
    let extraction = extractor.run(pages, structure)
    let all = structure.findings + extraction.findings
    let document = ConvertedDocument(
      record: extraction.record, structure: structure, findings: extraction.findings,
      needsReview: ReviewPolicy().needsReview(extraction.record, findings: all))
    return Result(
      pages: pages, documents: [document],
      findings: languageCheck.findings(pages) + DoubtfulWords().findings(pages))
  }
}
