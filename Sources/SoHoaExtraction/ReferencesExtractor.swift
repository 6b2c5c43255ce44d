import SoHoaModel
import SoHoaStructure

/// The document itself, so that what names it is no reference to another.
struct OwnDocument: Sendable {
  var number: DocumentNumber?
  var kind: DocumentKind?
  var date: String?

  /// The citation names the document: its number, or in an annex its kind and symbol where the number is blank.
  func isNamed(by citation: Citation) -> Bool {
    guard let number else { return false }
    if let full = number.full { return citation.number.full == full && agrees(citation) }
    guard let symbol = number.symbol, citation.number.symbol == symbol, citation.place == .annex else {
      return false
    }
    return citation.kind == nil || kind == nil || citation.kind?.name == kind?.name
  }

  /// A document of another year may have the same number.
  private func agrees(_ citation: Citation) -> Bool {
    guard let date, let cited = citation.date?.edtf, citation.place != .annex else { return true }
    return date.hasPrefix(cited) || cited.hasPrefix(date)
  }
}

/// Gathers citations into documents: every cited act once, with all its mentions. What is damaged or short
/// belongs to the one act that it agrees with.
struct ReferencesExtractor: Sendable {
  func references(_ citations: [Citation], own: OwnDocument) -> [Reference] {
    var gathering = Gathering()
    let others = citations.filter { !own.isNamed(by: $0) }
    for citation in others where citation.number.full != nil && !citation.isSupposed {
      gathering.add(sound: citation)
    }
    for citation in others where citation.number.full != nil && citation.isSupposed {
      gathering.add(supposed: citation)
    }
    for citation in others where citation.number.full == nil && !isOwn(citation, own) {
      gathering.add(short: citation)
    }
    return gathering.ordered
  }

  /// `Kế hoạch số 12` in the plan of that number.
  private func isOwn(_ citation: Citation, _ own: OwnDocument) -> Bool {
    guard let number = own.number?.number, citation.number.number == number, citation.date == nil else {
      return false
    }
    return citation.kind?.name == own.kind?.name
  }
}

/// References while they are gathered.
private struct Gathering {
  private var references: [Reference] = []
  /// Place of the first mention, to keep the order of the text.
  private var orders: [[Int]] = []
  private var byNumber: [String: Int] = [:]
  private var byShortKey: [String: [Int]] = [:]

  var ordered: [Reference] {
    references.indices.sorted { orders[$0].lexicographicallyPrecedes(orders[$1]) }.map { references[$0] }
  }

  mutating func add(sound citation: Citation) {
    let key = Self.key(citation.number.full!)
    if let place = byNumber[key] {
      merge(citation, into: place)
      settle(place, citation)
    } else {
      byNumber[key] = append(citation)
    }
  }

  /// Digits that were supposed count where another mention has them.
  mutating func add(supposed citation: Citation) {
    if let place = byNumber[Self.key(citation.number.full!)] {
      merge(citation, into: place, why: "same number as \(references[place].number.full ?? "")")
    } else {
      byNumber[Self.key(citation.number.full!)] = append(citation)
    }
  }

  /// Without a symbol: the only act with its number and kind, or its title.
  mutating func add(short citation: Citation) {
    let candidates = candidates(citation)
    if candidates.count == 1 {
      let number = references[candidates[0]].number.full
      merge(citation, into: candidates[0], why: number.map { "same kind and number as \($0)" })
    } else if candidates.isEmpty {
      _ = append(citation)
    }
  }

  private func candidates(_ citation: Citation) -> [Int] {
    let key = Self.shortKey(citation.number.number, citation.kind, citation.title)
    var found = (byShortKey[key] ?? []).filter { agree(references[$0].date?.edtf, citation.date?.edtf) }
    if let year = citation.year { found = found.filter { isOf(year, references[$0]) } }
    guard found.count > 1, let issuer = citation.issuer else { return found }
    return found.filter { Self.isSameBody(references[$0].issuer, issuer) }
  }

  private func isOf(_ year: Int, _ reference: Reference) -> Bool {
    if let symbol = reference.number.symbol, symbol.hasPrefix("\(year)") { return true }
    return reference.date?.edtf?.hasPrefix("\(year)") ?? (reference.number.symbol == nil)
  }

  private mutating func append(_ citation: Citation) -> Int {
    references.append(
      Reference(
        kind: citation.kind, number: citation.number, date: Self.date(citation), issuer: citation.issuer,
        title: citation.title, role: citation.role, mentions: [citation.mention], reading: citation.reading))
    orders.append([citation.statement, citation.tokens.lowerBound])
    let place = references.count - 1
    for key in Set(
      [
        citation.number.number.map { Self.shortKey($0, citation.kind, nil) },
        citation.title.map { Self.shortKey(nil, citation.kind, $0) },
      ].compactMap { $0 })
    { byShortKey[key, default: []].append(place) }
    return place
  }

  private mutating func merge(_ citation: Citation, into place: Int, why: String? = nil) {
    orders[place] = [orders[place], [citation.statement, citation.tokens.lowerBound]].min {
      $0.lexicographicallyPrecedes($1)
    }!
    references[place].mentions.append(citation.mention)
    if references[place].kind == nil { references[place].kind = citation.kind }
    if references[place].date == nil { references[place].date = Self.date(citation) }
    if references[place].issuer == nil { references[place].issuer = citation.issuer }
    if references[place].title == nil { references[place].title = citation.title }
    references[place].role = Self.stronger(references[place].role, citation.role)
    if references[place].reading == nil { references[place].reading = citation.reading ?? why }
  }

  /// A mention without damage decides how the number is written.
  private mutating func settle(_ place: Int, _ citation: Citation) {
    let known = references[place].number.full ?? ""
    guard let full = citation.number.full, full != known else { return }
    let isCrossed = full.contains("Đ") && !known.contains("Đ")
    if isCrossed { references[place].number = citation.number }
    if references[place].reading == nil {
      references[place].reading = "“\(isCrossed ? known : full)” is \(isCrossed ? full : known)"
    }
  }

  // MARK: Keys

  /// Codes that differ in the stroke of Đ only are one.
  private static func key(_ full: String) -> String {
    String(full.map { "ĐÐ".contains($0) ? "D" : $0 })
  }

  /// Number and kind, or the folded title.
  private static func shortKey(_ number: String?, _ kind: DocumentKind?, _ title: String?) -> String {
    if let number { return "\(withoutZeros(number)) \(kind?.name ?? "")" }
    return Folding.folded(title ?? "")
  }

  private static func withoutZeros(_ number: String) -> Substring { number.drop { $0 == "0" } }

  private func agree(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return true }
    return first.hasPrefix(second) || second.hasPrefix(first)
  }

  /// `UBND tỉnh` and `Ủy ban nhân dân tỉnh` are not told apart from others by their letters: one is in the other.
  private static func isSameBody(_ first: String?, _ second: String) -> Bool {
    guard let first else { return true }
    let (left, right) = (Folding.folded(first), Folding.folded(second))
    return left.contains(right) || right.contains(left)
  }

  private static func date(_ citation: Citation) -> DateValue? {
    guard let date = citation.date, date.isPossible, !date.isDamaged else { return nil }
    return DateValue(edtf: date.edtf)
  }

  private static func stronger(_ left: Reference.Role, _ right: Reference.Role) -> Reference.Role {
    let order: [Reference.Role] = [.subject, .basis, .mention]
    return order.first { $0 == left || $0 == right }!
  }
}
