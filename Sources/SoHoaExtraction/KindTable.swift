import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// Kinds of documents by name and by code.
struct KindTable: Sendable {
  struct Entry: Sendable {
    let kind: DocumentKind
    let system: String
    let folded: [String]
    /// The kind's code, empty if it has none.
    let code: [Unicode.Scalar]
  }

  let entries: [Entry]
  private let byCode: [String: Entry]
  private let byFirstWord: [String: [Entry]]
  private let byName: [String: [Entry]]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    entries = try dictionaries.table("document_kinds.tsv").records.map { row in
      let name = row["name"] ?? ""
      let code = Self.code(row["code"] ?? "", name)
      return Entry(
        kind: DocumentKind(code: code, name: name), system: row["system"] ?? "",
        folded: name.split(separator: " ").map { Folding.folded(String($0)) },
        code: Array(code.unicodeScalars))
    }
    byCode = Dictionary(entries.map { ($0.kind.code, $0) }) { first, _ in first }
    byFirstWord = Dictionary(grouping: entries) { $0.folded[0] }
    byName = Dictionary(grouping: entries) { $0.folded.joined() }
  }

  /// A công văn has no code of its own; records call it "CV".
  private static func code(_ code: String, _ name: String) -> String { name == "Công văn" ? "CV" : code }

  /// The kind named by the tokens from `position` on: the longest.
  func named(_ text: TokenText, at position: Int) -> (entry: Entry, end: Int)? {
    guard let token = text.at(position), let candidates = byFirstWord[token.folded] else { return nil }
    let hits = candidates.filter { text.says($0.folded, at: position) }
    return hits.max { $0.folded.count < $1.folded.count }.map { ($0, position + $0.folded.count) }
  }

  /// Kinds of a name, in every system that has it.
  func named(_ name: String) -> [Entry] {
    byName[name.split(separator: " ").map { Folding.folded(String($0)) }.joined()] ?? []
  }

  /// The first kind of a code, letter by letter.
  func coded(exactly code: String) -> Entry? { code.isEmpty ? nil : byCode[code] }

  /// Kinds of a code; damaged forms of Đ count.
  func coded(_ code: String, system: String? = nil) -> [Entry] {
    let printed = Array(code.unicodeScalars)
    return entries.filter {
      (system == nil || $0.system == system) && !$0.code.isEmpty && Codes.agree(printed, $0.code)
    }
  }
}
