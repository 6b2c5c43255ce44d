import SoHoaDictionaries

/// Names of parties written in full, and whether they stand for many.
struct PartyNames: Sendable {
  private let full: [String: String]
  private static let many: Set<String> = ["các", "những", "mọi", "từng", "mỗi", "toàn"]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("party_abbreviations.tsv")
    full = Dictionary(
      zip(table.column("abbreviation"), table.column("full")), uniquingKeysWith: { first, _ in first })
  }

  /// With abbreviations written out; nil if one is unknown, or the name is only a head (`Sở`).
  func body(_ name: String) -> String? {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return words.first.flatMap { full[$0] } }
    var result: [String] = []
    for word in words {
      let core = word.trimmingSuffix { ",.;:)".contains($0) }
      if let known = full[core] {
        result.append(known + word.dropFirst(core.count))
      } else if core.filter(\.isLetter).count > 1, core.filter(\.isLetter).allSatisfy(\.isUppercase),
        !core.allSatisfy({ "IVX".contains($0) })
      {
        return nil
      } else {
        result.append(word)
      }
    }
    return result.joined(separator: " ")
  }

  /// `các đơn vị trực thuộc`, `Ủy ban nhân dân các xã, phường`, `toàn thể cán bộ`
  func isOpenGroup(_ name: String) -> Bool {
    name.split { " ,".contains($0) }.prefix(6).contains { Self.many.contains(WrittenWord.normal(String($0))) }
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return String(rest)
  }
}
