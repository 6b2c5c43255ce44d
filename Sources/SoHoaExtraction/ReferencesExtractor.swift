import SoHoaModel
import SoHoaStructure

/// Gathers citations into documents: every cited act once, with all its mentions.
struct ReferencesExtractor: Sendable {
  func references(_ citations: [Citation], own: DocumentNumber?) -> [Reference] {
    var references: [Reference] = []
    var places: [String: Int] = [:]
    for citation in citations where citation.number.full != nil && citation.number.full != own?.full {
      let key = Self.key(citation.number.full!)
      if let place = places[key] {
        merge(citation, into: &references[place])
      } else {
        places[key] = references.count
        references.append(Self.reference(citation))
      }
    }
    var index = Dictionary(
      grouping: references.indices,
      by: { Self.shortKey(references[$0].number.number, references[$0].kind, nil) })
    for citation in citations where citation.number.full == nil { place(citation, in: &references, &index) }
    return references
  }

  /// Codes that differ in the stroke of Đ only are one.
  private static func key(_ full: String) -> String {
    String(full.map { "ĐÐ".contains($0) ? "D" : $0 })
  }

  /// A citation without a symbol belongs to the only document with its number and kind, or its title.
  private func place(_ citation: Citation, in references: inout [Reference], _ index: inout [String: [Int]]) {
    let key = Self.shortKey(citation.number.number, citation.kind, citation.title)
    let candidates = (index[key] ?? []).filter { agree(references[$0].date?.edtf, citation.date?.edtf) }
    if candidates.count == 1 {
      merge(citation, into: &references[candidates[0]])
    } else if candidates.isEmpty {
      index[key, default: []].append(references.count)
      references.append(Self.reference(citation))
    }
  }

  /// Number and kind, or the folded title.
  private static func shortKey(_ number: String?, _ kind: DocumentKind?, _ title: String?) -> String {
    if let number { return "\(number) \(kind?.name ?? "")" }
    return Folding.folded(title ?? "")
  }

  private func agree(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return true }
    return first.hasPrefix(second) || second.hasPrefix(first)
  }

  private func merge(_ citation: Citation, into reference: inout Reference) {
    reference.mentions.append(citation.mention)
    if reference.kind == nil { reference.kind = citation.kind }
    if let date = Self.date(citation), reference.date == nil { reference.date = date }
    if reference.issuer == nil { reference.issuer = citation.issuer }
    if reference.title == nil { reference.title = citation.title }
    reference.role = Self.stronger(reference.role, citation.role)
  }

  private static func reference(_ citation: Citation) -> Reference {
    Reference(
      kind: citation.kind, number: citation.number, date: date(citation), issuer: citation.issuer,
      title: citation.title, role: citation.role, mentions: [citation.mention])
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
