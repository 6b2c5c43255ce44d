import SoHoaDictionaries
import SoHoaStructure

/// What recipients get a document for, as custom writes it: `để b/c`.
struct PurposeTable: Sendable {
  private let written: [[UInt8]: String]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let purposes = try dictionaries.table("recipient_purposes.tsv").column("purpose")
    written = Dictionary(purposes.map { (Folding.shape($0), $0) }) { first, _ in first }
  }

  /// The purpose with the same letters; nil if the table has none.
  func written(_ purpose: String) -> String? { written[Folding.shape(purpose)] }
}
