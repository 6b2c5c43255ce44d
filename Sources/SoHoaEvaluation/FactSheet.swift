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

    init(_ accepted: [String], isOptional: Bool = false) {
      self.accepted = accepted
      self.isOptional = isOptional
    }
  }

  /// Values by field name, in the order of the document. A judged field without values is present, empty.
  public var fields: [String: [Fact]]
  /// Fields of which the truth lists some values only: others in the result are no errors.
  public var incomplete: Set<String>
}

extension FactSheet {
  /// Reads a truth file.
  public init(truth data: Data) throws {
    let sheet = try JSONDecoder().decode(TruthSheet.self, from: data)
    fields = sheet.facts()
    incomplete = sheet.incompleteFields()
  }

  /// Flattens the first document of a result.
  public init(result: ConvertedFile) {
    fields = result.documents.first.map { ResultFacts(document: $0).facts() } ?? [:]
    fields["tables"] = TableFacts.facts(TableFacts.tables(of: result.pages))
    incomplete = []
  }
}
