import Foundation
import SoHoaModel

/// The facts of one document as a list of named values: what a result and its truth are compared by.
///
/// Truth files (`NAME.record.json`) are described in docs/evaluation.md. A key that is missing is not
/// judged; a key that is null says that the paper has no such value.
public struct FactSheet: Hashable, Sendable {
  /// One value: its right readings, the first the preferred one. An optional one may be missing from the
  /// result.
  public struct Fact: Hashable, Sendable {
    public var accepted: [String]
    public var isOptional = false
    /// Of a result's value, 0...1; nil where it is derived from another.
    public var confidence: Double?
    /// What found a result's value.
    public var rule: String?

    init(_ accepted: [String], isOptional: Bool = false, confidence: Double? = nil, rule: String? = nil) {
      self.accepted = accepted
      self.isOptional = isOptional
      self.confidence = confidence
      self.rule = rule
    }
  }

  /// Values by field name, in the order of the document. A judged field without values is present, empty.
  public var fields: [String: [Fact]]
  /// Fields of which the truth lists some values only: others in the result are no errors.
  public var incomplete: Set<String>
}

extension FactSheet {
  /// Reads a truth file; of its documents the first.
  public init(truth data: Data) throws {
    self.init(try JSONDecoder().decode(TruthSheet.self, from: data))
  }

  init(_ sheet: TruthSheet) {
    fields = sheet.facts()
    incomplete = sheet.incompleteFields()
  }

  /// A sheet for each document of a truth file.
  static func all(truth data: Data) throws -> [FactSheet] {
    let first = try JSONDecoder().decode(TruthSheet.self, from: data)
    return [FactSheet(first)] + first.furtherDocuments.map(FactSheet.init)
  }

  /// Flattens the first document of a result.
  public init(result: ConvertedFile) {
    self = Self.all(result: result).first ?? FactSheet(fields: [:], incomplete: [])
  }

  /// A sheet for each document of a result; tables and page ranges of all stand with the first.
  static func all(result: ConvertedFile) -> [FactSheet] {
    var sheets = result.documents.map {
      FactSheet(fields: ResultFacts(document: $0).facts(), incomplete: [])
    }
    if sheets.isEmpty { sheets = [FactSheet(fields: [:], incomplete: [])] }
    sheets[0].fields["tables"] = TableFacts.facts(TableFacts.tables(of: result.pages))
    sheets[0].fields["documents"] = result.documents.map { .init([Self.range($0.structure.pages)]) }
    return sheets
  }

  /// Each value once, in the order of the document.
  static func distinct(_ facts: [Fact]) -> [Fact] {
    var seen: Set<String> = []
    return facts.filter { seen.insert($0.accepted[0]).inserted }
  }

  /// `3-5`: the first and the last page.
  static func range(_ pages: [Int]) -> String { "\(pages.first ?? 0)-\(pages.last ?? 0)" }
}
