import SoHoaDictionaries
import SoHoaStructure

/// What communes until 2025-06-30 belong to since then, where the type, the name and the province leave no doubt.
struct CommuneMergers: Sendable {
  private let successors: [Key: String]

  private struct Key: Hashable {
    let province: String
    let type: String
    let name: String
  }

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let rows = try dictionaries.table("communes_mergers_2025.tsv").records.map { row in
      (Self.key(row["name"] ?? "", row["type"] ?? "", row["province"] ?? ""), row["successor"] ?? "")
    }
    successors = Dictionary(rows) { first, _ in first }
  }

  /// - Parameter province: the name since 2025-07-01.
  /// - Returns: `phường An Đông`; nil where there were several communes of the name or the table has none.
  func successor(of name: String, type: String, in province: String) -> String? {
    successors[Self.key(name, type, province)]
  }

  /// Names as they are written: `Hoà` and `Hòa` are one, `Hòa` and `Hoa` two.
  private static func key(_ name: String, _ type: String, _ province: String) -> Key {
    Key(province: Folding.folded(province), type: type, name: WrittenWord.normal(name))
  }
}
