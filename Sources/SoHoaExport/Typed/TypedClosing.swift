import SoHoaModel

/// What stands below the text: who gets it, who signed it.
struct TypedClosing {
  /// One who signs: the lines above the signature, and the name under it.
  struct Signer {
    var authority: [TypedText]
    var name: [TypedText]
  }

  /// `Nơi nhận:`, then an item each.
  var recipients: [TypedText]
  /// Ký hiệu người soạn thảo.
  var drafter: [TypedText]
  /// Địa chỉ cơ quan, at the foot of the first page.
  var address: [TypedText]
  /// From left to right.
  var signers: [Signer]

  init(_ document: ConvertedDocument, _ setter: TextSetter) {
    let structure = document.structure
    func passages(_ kind: CellKind) -> [Passage] { structure.cells(kind).flatMap(\.lines) }
    recipients = PrintedItems.group(passages(.recipients)).map(setter.text(joining:))
    drafter = passages(.drafter).map { setter.text($0) }
    address = passages(.address).map { setter.text($0) }
    let authority = passages(.authority)
    let names = passages(.signerName)
    signers = Self.signers(document.record.signers, authority, names, setter)
  }

  /// One signer has all lines as they stand; of several each has those that the record gives to him, and the first
  /// what is left.
  private static func signers(
    _ signers: [SoHoaModel.Signer], _ authority: [Passage], _ names: [Passage], _ setter: TextSetter
  ) -> [Signer] {
    guard signers.count > 1 else {
      guard !authority.isEmpty || !names.isEmpty else { return [] }
      return [Signer(authority: authority.map { setter.text($0) }, name: names.map { setter.text($0) })]
    }
    let owners = signers.map { signer in
      Set((signer.authority + [signer.position, signer.name].compactMap { $0 }).flatMap(\.words))
    }
    func owner(_ line: Passage) -> Int { owners.firstIndex { !$0.isDisjoint(with: line.words) } ?? 0 }
    return signers.indices.map { index in
      Signer(
        authority: authority.filter { owner($0) == index }.map { setter.text($0) },
        name: names.filter { owner($0) == index }.map { setter.text($0) })
    }
  }
}
