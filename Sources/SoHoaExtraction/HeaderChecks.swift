import SoHoaModel
import SoHoaStructure

/// Compares what the header says with itself and with the rest of the document. What does not fit stays as it
/// stands on the paper and is reported.
struct HeaderChecks: Sendable {
  let kinds: KindTable
  let gazetteer: Gazetteer
  let units: AdministrativeUnits

  func findings(_ record: Record, _ citations: [Citation], _ sheet: Sheet) -> [Finding] {
    let attached = citations.filter { Self.isAttached($0, sheet) && isOwnKind($0, record) }
    return [symbolAndKind(record), symbolAndIssuer(record), place(record)].compactMap { $0 }
      + annexes(record, attached) + dateOrder(record)
  }

  /// Numbers that annexes give for the document where its own is blank: proposals.
  func proposals(_ record: Record, _ citations: [Citation], _ sheet: Sheet) -> [DocumentNumber] {
    guard let own = record.number?.value, own.number == nil else { return [] }
    let numbers = citations.filter { Self.isAttached($0, sheet) && isOwnKind($0, record) }.map(\.number)
    return numbers.reduce(into: []) { if $1.full != nil, !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Symbol

  private func groups(_ record: Record) -> [String] {
    (record.number?.value?.symbol ?? "").split { $0 == "/" || $0 == "-" }.map(String.init)
      .filter { !$0.allSatisfy(\.isNumber) }
  }

  /// `12/KH-SNV` on a decision.
  private func symbolAndKind(_ record: Record) -> Finding? {
    guard let kind = record.kind, kind.rule.hasPrefix("kind/title"), let name = kind.value?.name,
      let code = groups(record).first, groups(record).count > 1
    else { return nil }
    let names = kinds.coded(code).map(\.kind.name)
    guard !names.isEmpty, !names.contains(name), !(code == "QĐ" && name == "Quy định") else { return nil }
    return finding(
      "symbol.kind", record.number,
      en: "the symbol says \(code) (\(names[0])), the title \(name); compare with the paper",
      vi: "ký hiệu ghi \(code) (\(names[0])) nhưng tên loại là \(name); hãy đối chiếu với bản giấy")
  }

  /// `12/KH-SYT` under the letterhead of another department.
  private func symbolAndIssuer(_ record: Record) -> Finding? {
    guard let issuer = record.issuer else { return nil }
    let name = Folding.folded(issuer.name)
    for code in groups(record) {
      let bodies = gazetteer.bodies(withSymbol: code).filter(Self.isOwnSymbol)
      guard !bodies.isEmpty, kinds.coded(code).isEmpty else { continue }
      if bodies.contains(where: { name.contains(Folding.folded($0)) }) { return nil }
      return finding(
        "symbol.issuer", record.number,
        en: "the symbol says \(code) (\(bodies[0])), the letterhead \(issuer.name); compare with the paper",
        vi:
          "ký hiệu ghi \(code) (\(bodies[0])) nhưng cơ quan ban hành là \(issuer.name); hãy đối chiếu với bản giấy"
      )
    }
    return nil
  }

  /// Symbols that no other body has.
  private static func isOwnSymbol(_ name: String) -> Bool {
    ["Sở ", "Bộ ", "Ủy ban nhân dân", "Hội đồng nhân dân"].contains { name.hasPrefix($0) }
  }

  // MARK: Place

  /// The place is a province other than the issuer's.
  private func place(_ record: Record) -> Finding? {
    guard let place = record.place?.value, let issuer = record.issuer, issuer.level != .central,
      let province = issuer.province, let own = units.successor(of: province),
      let other = units.successor(of: Self.withoutType(place)), own != other
    else { return nil }
    return finding(
      "place.issuer", record.place,
      en: "\(place) is not where \(issuer.name) has its seat; compare with the paper",
      vi: "\(place) không phải nơi đặt trụ sở của \(issuer.name); hãy đối chiếu với bản giấy")
  }

  private static func withoutType(_ place: String) -> String {
    for type in ["Thành phố ", "TP. ", "Tỉnh "] where place.hasPrefix(type) {
      return String(place.dropFirst(type.count))
    }
    return place
  }

  // MARK: Annexes

  /// `(Kèm theo Quyết định số …)`, `Ban hành kèm theo …`
  private static func isAttached(_ citation: Citation, _ sheet: Sheet) -> Bool {
    let text = sheet.statements[citation.statement].text
    let start = citation.tokens.lowerBound
    return (max(0, start - 3)..<start).contains { text.says(["kem", "theo"], at: $0) }
  }

  /// Of the kind and with the symbol of the document.
  private func isOwnKind(_ citation: Citation, _ record: Record) -> Bool {
    guard let symbol = record.number?.value?.symbol, citation.number.symbol == symbol else { return false }
    return citation.kind?.name == record.kind?.value?.name
  }

  private func annexes(_ record: Record, _ attached: [Citation]) -> [Finding] {
    let own = record.number?.value?.number
    let date = record.issueDate?.value?.edtf
    let other = attached.first { own != nil && $0.number.number != own }
    let dated = attached.first { citation in
      citation.date?.edtf.map { $0.count == 10 && date != nil && $0 != date } ?? false
    }
    return [
      other.map {
        finding(
          "number.annex", $0.mention,
          en:
            "the annex gives the number \($0.number.full ?? ""), the header \(record.number?.value?.full ?? "")",
          vi: "phụ lục ghi số \($0.number.full ?? "") nhưng phần đầu ghi \(record.number?.value?.full ?? "")")
      },
      dated.map {
        finding(
          "date.annex", $0.mention,
          en: "the annex gives \($0.date?.edtf ?? "") as the date of issue, the header \(date ?? "")",
          vi: "phụ lục ghi ngày ban hành \($0.date?.edtf ?? "") nhưng phần đầu ghi \(date ?? "")")
      },
    ].compactMap { $0 }
  }

  // MARK: Dates

  /// Nothing is issued by an act that comes later.
  private func dateOrder(_ record: Record) -> [Finding] {
    guard let issued = record.issueDate?.value?.edtf, issued.count == 10 else { return [] }
    return record.references.compactMap { reference in
      guard reference.role == .basis, let date = reference.date?.edtf, date.count == 10, date > issued else {
        return nil
      }
      let name = reference.number.full ?? reference.title ?? ""
      return finding(
        "date.order", reference.mentions.first,
        en: "\(name) of \(date) is cited as a basis but is later than the date of issue, \(issued)",
        vi: "\(name) ngày \(date) được nêu làm căn cứ nhưng sau ngày ban hành \(issued)")
    }
  }

  private func finding<Value>(_ code: String, _ field: Field<Value>?, en: String, vi: String) -> Finding {
    Finding(
      .warning, code, Message(en: en, vi: vi), page: field?.page, box: field?.box, words: field?.words ?? [])
  }
}
