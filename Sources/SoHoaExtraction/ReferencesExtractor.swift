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
    for citation in citations where citation.number.full == nil { place(citation, in: &references) }
    return references
  }

  /// Codes that differ in the stroke of Đ only are one.
  private static func key(_ full: String) -> String {
    String(full.map { "ĐÐ".contains($0) ? "D" : $0 })
  }

  /// A citation without a symbol belongs to the only document with its number and kind, or its title.
  private func place(_ citation: Citation, in references: inout [Reference]) {
    let candidates = references.indices.filter { agrees(references[$0], citation) }
    if candidates.count == 1 {
      merge(citation, into: &references[candidates[0]])
    } else if candidates.isEmpty {
      references.append(Self.reference(citation))
    }
  }

  private func agrees(_ reference: Reference, _ citation: Citation) -> Bool {
    if let number = citation.number.number {
      return reference.number.number == number && (reference.kind?.name == citation.kind?.name)
    }
    guard reference.number.number == nil, let title = reference.title, let other = citation.title else {
      return false
    }
    let sameTitle = Folding.folded(title) == Folding.folded(other)
    let first = reference.date?.edtf
    let second = citation.date?.edtf
    return sameTitle
      && (first == nil || second == nil || first == second || first!.hasPrefix(second!)
        || second!.hasPrefix(first!))
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
