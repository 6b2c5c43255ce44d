import SoHoaModel

/// Puts groups of a symbol right that scanners damage: Đ read as D, P, B or BD, O and 0, I, l and 1. A group becomes
/// another only where the kind that is named before it, or the table of symbols, leaves one reading.
struct CodeMender: Sendable {
  struct Change: Hashable, Sendable {
    let from, to: String
  }

  let kinds: KindTable
  let gazetteer: Gazetteer

  /// - Parameter named: the kind that is named before the symbol, if there is one.
  func mend(_ groups: [String], named: DocumentKind?) -> (groups: [String], changes: [Change]) {
    var mended = groups
    for (index, group) in groups.enumerated() {
      if let code = named?.code, code != group, Codes.agree(group, code), index <= 1 {
        mended[index] = code
      } else if !isKnown(group), let known = onlyReading(group, isKind: index == 0 && groups.count > 1) {
        mended[index] = known
      }
    }
    let changes = zip(groups, mended).filter { $0 != $1 }.map { Change(from: $0, to: $1) }
    return (mended, changes)
  }

  func isKnown(_ group: String) -> Bool { gazetteer.bodySymbols.contains(group) || isKind(group) }

  func isKind(_ group: String) -> Bool { kinds.entries.contains { $0.kind.code == group } }

  /// The only known code that the group may be; in the first place codes of kinds go before those of bodies.
  private func onlyReading(_ group: String, isKind: Bool) -> String? {
    guard group.count >= 2 else { return nil }
    let codes = Set(kinds.entries.map(\.kind.code).filter { !$0.isEmpty && Codes.agree(group, $0) })
    if isKind, codes.count == 1 { return codes.first }
    let known = codes.union(gazetteer.bodySymbols.filter { Codes.agree(group, $0) })
    return known.count == 1 ? known.first : nil
  }
}

/// Codes as scanners damage them.
enum Codes {
  /// What a printed Đ is read as.
  private static let crossedD: [Unicode.Scalar] = ["Đ", "D", "Ð", "P", "B"]

  /// The printed code may be `known`: letter by letter, Đ in any of its damaged forms, O as 0.
  static func agree(_ printed: String, _ known: String) -> Bool {
    agree(Array(printed.unicodeScalars), Array(known.unicodeScalars))
  }

  /// The same of codes that are cut into scalars already.
  static func agree(_ printed: [Unicode.Scalar], _ known: [Unicode.Scalar]) -> Bool {
    (0...2).contains(printed.count - known.count) && agree(printed[...], known[...])
  }

  private static func agree(_ printed: ArraySlice<Unicode.Scalar>, _ known: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    guard let letter = known.first else { return printed.isEmpty }
    guard let first = printed.first else { return false }
    if isSame(first, letter), agree(printed.dropFirst(), known.dropFirst()) { return true }
    guard letter == "Đ", printed.starts(with: ["B", "D"]) else { return false }
    return agree(printed.dropFirst(2), known.dropFirst())
  }

  private static func isSame(_ printed: Unicode.Scalar, _ known: Unicode.Scalar) -> Bool {
    if printed == known { return true }
    switch known {
    case "Đ": return crossedD.contains(printed)
    case "O", "Q": return printed == "0" || printed == "O" && known == "Q"
    case "I": return printed == "l" || printed == "1"
    case "D": return printed == "0"
    case "U": return printed == "Ư"
    default: return false
    }
  }
}
