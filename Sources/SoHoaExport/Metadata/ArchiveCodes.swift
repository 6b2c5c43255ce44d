import SoHoaDictionaries

/// The codes and fields of archive metadata (`archive_codes.tsv`, `archive_fields.tsv`).
public struct ArchiveCodes: Sendable {
  private let codes: [String: [String: String]]
  private let rules: [String: [FieldRule]]

  public init(dictionaries: DictionaryFolder) throws(DictionaryError) {
    var codes: [String: [String: String]] = [:]
    for row in try dictionaries.table("archive_codes.tsv").records {
      codes[row["field"]!, default: [:]][row["name"]!.uppercased()] = row["code"]!
    }
    self.codes = codes
    let rows = try dictionaries.table("archive_fields.tsv").records
    rules = Dictionary(grouping: rows) { $0["form"]! }.mapValues { $0.map(FieldRule.init) }
  }

  /// - Parameter name: what the code stands for, in any case: `Kế hoạch`.
  func code(_ field: String, _ name: String) -> String? { codes[field]?[name.uppercased()] }

  /// The codes that there are of a field.
  public func all(_ field: String) -> [String] { (codes[field] ?? [:]).values.sorted() }

  /// The fields of a form, in its order.
  func rules(_ form: String) -> [FieldRule] { rules[form] ?? [] }
}

extension FieldRule {
  init(_ row: [String: String]) {
    self.init(
      name: row["field"]!, length: Int(row["length"]!), isRequired: row["required"] == "yes",
      overlong: Overlong(rawValue: row["overlong"]!) ?? .empty)
  }
}
