import Foundation
import SoHoaDictionaries
import SoHoaExtraction
import SoHoaImaging
import SoHoaModel
import SoHoaStructure

/// Structure and extraction by themselves, on text: to measure them, and to try them on text that nobody would
/// write.
public struct RecordTrial: Sendable {
  private let parser: StructureParser
  private let extractor: RecordExtractor

  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(dictionaries: DictionaryFolder) throws {
    parser = try StructureParser(dictionaries: dictionaries)
    extractor = try RecordExtractor(dictionaries: dictionaries)
  }

  /// Pages of text as `convert` takes them, before restoration; form feeds part them.
  ///
  /// - Throws: `AcquisitionError`.
  public static func pages(_ text: String) throws -> [Page] {
    let input = try InputFile(data: Data(text.utf8), name: "text")
    return input.pageNumbers.compactMap { number in
      if case .words(let page) = input.page(number).content { page } else { nil }
    }
  }

  public func structure(_ pages: [Page]) -> DocumentStructure { parser.run(pages) }

  public func extraction(_ pages: [Page], _ structure: DocumentStructure) -> Extraction {
    extractor.run(pages, structure)
  }

  /// `nhận:TM.`: two columns that were run together; the word stands in the lines of both.
  private static func isGlued(_ word: Word) -> Bool { word.text.dropLast().contains { ":;".contains($0) } }

  /// What is wrong with a result, whatever its text: a word in two places, a value without its words, a confidence
  /// that is none.
  public static func faults(
    _ pages: [Page], _ structure: DocumentStructure, _ extraction: Extraction
  ) -> [String] {
    let known = Set(pages.flatMap { page in (page.words + page.markWords).map(\.id) })
    let used = structure.cells.flatMap(\.words) + structure.body.flatMap(\.allWords)
    let glued = Set(pages.flatMap(\.words).filter(isGlued).map(\.id))
    let once = used.filter { !glued.contains($0) }
    var faults: [String] = []
    if Set(once).count != once.count { faults.append("a word stands in two places of the structure") }
    if !known.isSuperset(of: used) { faults.append("the structure has words that no page has") }
    let fields = FieldSearch.fields(in: extraction.record)
    for field in fields where !(0...1).contains(field.confidence) {
      faults.append("\(field.rule): confidence \(field.confidence)")
    }
    for field in fields where !known.isSuperset(of: field.words) {
      faults.append("\(field.rule): words that no page has")
    }
    return faults
  }
}

extension Page {
  fileprivate var markWords: [Word] { marks.flatMap { $0.lines.flatMap(\.words) } }
}

extension Node {
  fileprivate var allWords: [ID<Word>] {
    (title?.words ?? []) + (text?.words ?? []) + children.flatMap(\.allWords)
  }
}

/// All fields of a record, whatever their value is, read back from its JSON: none can be forgotten.
private enum FieldSearch {
  struct Field {
    var rule: String
    var confidence: Double
    var words: [ID<Word>]
  }

  static func fields(in record: Record) -> [Field] {
    guard let data = try? JSONEncoder().encode(record),
      let json = try? JSONSerialization.jsonObject(with: data)
    else { return [] }
    return fields(json)
  }

  private static func fields(_ json: Any) -> [Field] {
    if let list = json as? [Any] { return list.flatMap(fields) }
    guard let object = json as? [String: Any] else { return [] }
    let below = object.values.flatMap(fields)
    guard let rule = object["rule"] as? String, let confidence = object["confidence"] as? Double,
      let words = object["words"] as? [String]
    else { return below }
    return [Field(rule: rule, confidence: confidence, words: words.compactMap(id))] + below
  }

  private static func id(_ text: String) -> ID<Word>? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? ID(page: parts[0], index: parts[1]) : nil
  }
}
