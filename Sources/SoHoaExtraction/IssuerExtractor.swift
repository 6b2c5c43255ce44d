import Foundation
import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure

/// The issuing body by its full name, with its level and its province, from the names of the letterhead.
struct IssuerExtractor: Sendable {
  private let units: AdministrativeUnits
  private let bodyCase: BodyCase
  private let tables: FormTables
  private let levels: [String: IssuingBody.Level]
  private let organisations: [String: IssuingBody.Level]
  private let mergers: CommuneMergers

  init(
    _ dictionaries: DictionaryFolder, units: AdministrativeUnits, tables: FormTables
  ) throws(DictionaryError) {
    self.units = units
    bodyCase = try BodyCase(dictionaries, units)
    self.tables = tables
    mergers = try CommuneMergers(dictionaries)
    levels = Dictionary(
      try dictionaries.table("body_heads.tsv").records.compactMap { row in
        IssuingBody.Level(rawValue: row["level"] ?? "").map { (row["head"] ?? "", $0) }
      }, uniquingKeysWith: { first, _ in first })
    organisations = Dictionary(
      try dictionaries.table("organisations.tsv").records.compactMap { row in
        Self.level(named: row["level"] ?? "").map { (Folding.folded(row["name"] ?? ""), $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func level(named name: String) -> IssuingBody.Level? {
    switch name {
    case "trung ương": .central
    case "tỉnh": .province
    case "huyện": .district
    case "xã": .commune
    case "đơn vị y tế": .unit
    default: nil
    }
  }

  /// Nothing stands above a committee of a territory but another one: a department or a centre there is the owner
  /// of a stamp.
  func canStandAbove(_ superior: String, _ own: String) -> Bool {
    let below = bodyCase.name(own)
    let isCommittee =
      below.unit != nil
      && ["Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân"].contains {
        below.text.hasPrefix($0)
      }
    let above = bodyCase.name(superior)
    return !isCommittee || !above.text.hasPrefix("Sở ") && level(above, nil, nil) != .unit
  }

  /// Nil where the record has no issuing body.
  func issuer(_ record: Record) -> IssuingBody? {
    guard let printed = record.issuingBody?.value, !printed.isEmpty else { return nil }
    let own = bodyCase.name(printed)
    let superior = record.superiorBody?.value.map(bodyCase.name)
    let city = cityLevel(own, superior, issued: record.issueDate?.value?.edtf)
    let level = level(own, superior, city)
    let province = level == .central ? nil : province(own, superior, record.place?.value, city)
    return IssuingBody(
      name: fullName(own, superior), level: level, province: province,
      provinceSince2025: province.flatMap(units.successor),
      communeSince2025: level == .commune
        ? commune(own, superior, province, issued: record.issueDate?.value?.edtf) : nil)
  }

  /// What became of a commune's body that issued before 2025-07-01.
  private func commune(
    _ own: BodyCase.Name, _ superior: BodyCase.Name?, _ province: String?, issued: String?
  ) -> String? {
    guard let issued, issued.first?.isNumber == true, issued < "2025-07", issued.count >= 7,
      let province = province.flatMap(units.successor),
      let unit = [own.unit, superior?.unit].compactMap(\.self).first(where: {
        Self.communes.contains($0.type)
      })
    else { return nil }
    return mergers.successor(of: unit.name, type: unit.type, in: province)
  }

  private static let communes: Set = ["xã", "phường", "thị trấn"]

  /// The level of a city that no gazetteer knows. Only provinces and their like have a `Sở`, a city below a province
  /// is none, and since 2025-07-01 nothing lies between province and commune: the units of `communes_2025.tsv` are
  /// xã, phường and đặc khu, so that a city is of the province's level.
  private func cityLevel(
    _ own: BodyCase.Name, _ superior: BodyCase.Name?, issued: String?
  ) -> IssuingBody.Level? {
    if [own, superior].contains(where: { $0?.text.hasPrefix("Sở ") == true }) { return .province }
    if superior?.unit?.type == "tỉnh" { return .district }
    guard let issued, issued != "2025", issued.first?.isNumber == true else { return nil }
    return issued >= "2025-07" ? .province : .district
  }

  // MARK: Name

  /// `Sở Y tế` under the committee of a city is `Sở Y tế thành phố …`; `Văn phòng` is that of what stands above.
  private func fullName(_ own: BodyCase.Name, _ superior: BodyCase.Name?) -> String {
    guard let superior, own.unit == nil else { return own.text }
    if isOffice(own.text) { return own.text + " " + superior.text }
    let isDepartment = ["Sở ", "Phòng ", "Thanh tra", "Ban ", "Trạm "].contains { own.text.hasPrefix($0) }
    guard isDepartment else { return own.text }
    if isParty(superior.text) { return own.text + " " + superior.text }
    guard superior.text.hasPrefix("Ủy ban nhân dân") || superior.text.hasPrefix("Uỷ ban nhân dân"),
      let type = superior.unit?.type,
      let start = superior.text.range(of: type + " ", options: [.backwards, .caseInsensitive])
    else { return own.text }
    let hasType = own.text.lowercased().hasSuffix(" " + type)
    return own.text + " " + superior.text[(hasType ? start.upperBound : start.lowerBound)...]
  }

  /// Names that are the same in every body.
  private func isOffice(_ name: String) -> Bool { ["Văn phòng", "Thanh tra"].contains(name) }

  private func isParty(_ name: String) -> Bool {
    let words = name.split(separator: " ").prefix(2).map { WrittenWord.normal(String($0)) }
    return words.count == 2 && words[1] == "ủy"
      && ["tỉnh", "thành", "huyện", "quận", "thị", "đảng"].contains(words[0])
  }

  // MARK: Level

  private func level(
    _ own: BodyCase.Name, _ superior: BodyCase.Name?, _ city: IssuingBody.Level?
  ) -> IssuingBody.Level? {
    let words = own.text.uppercased().split(separator: " ").map(String.init)
    let head = tables.bodyHead(of: FoldedText(words))?.head.phrase.text
    let above = superior.flatMap { level($0, nil, city) }
    if above == .central, ["CỤC", "TỔNG CỤC", "VỤ"].contains(head) { return .central }
    if let level = head.flatMap({ levels[$0] }), level == .unit || level == .central { return level }
    if let unit = own.unit, isTerritorial(own.text) { return level(of: unit, city) }
    if let level = organisations[Folding.folded(own.text)] { return level }
    if let level = head.flatMap({ levels[$0] }) { return level }
    if let unit = own.unit { return level(of: unit, city) }
    guard let superior else { return nil }
    if isTerritorial(superior.text), let unit = superior.unit { return level(of: unit, city) }
    return above == nil ? nil : .unit
  }

  /// A committee, a council or a Party committee of a unit, or a body that bears its name.
  private func isTerritorial(_ name: String) -> Bool {
    Self.territorial.contains { name.hasPrefix($0) }
  }

  private static let territorial = [
    "Ủy ban", "Uỷ ban", "Hội đồng nhân dân", "Đảng ", "Tỉnh ", "Thành ", "Huyện ", "Công an", "Phòng ",
    "Hội ",
    "Ban ", "Liên đoàn", "Thanh tra", "Tòa án", "Viện kiểm sát", "Văn phòng", "Sở ",
  ]

  private func level(of unit: (type: String, name: String), _ city: IssuingBody.Level?) -> IssuingBody.Level?
  {
    switch unit.type {
    case "tỉnh": return .province
    case "thành phố":
      let known = units.named(unit.name, type: "thành phố")
      return known.isEmpty ? city : known.contains { $0.level == .province } ? .province : .district
    case "huyện", "quận", "thị xã": return .district
    default: return .commune
    }
  }

  // MARK: Province

  /// As the letterhead says it; else from the gazetteer, then from the place.
  private func province(
    _ own: BodyCase.Name, _ superior: BodyCase.Name?, _ place: String?, _ city: IssuingBody.Level?
  ) -> String? {
    let named = [own.unit, superior?.unit].compactMap { $0 }
    if let province = named.first(where: { level(of: $0, city) == .province }) { return province.name }
    // A namesake elsewhere is no evidence below a unit that the gazetteer does not know.
    if let above = superior?.unit, units.named(above.name, type: above.type).isEmpty { return nil }
    return named.lazy.compactMap { units.province(of: $0.name, type: $0.type) }.first
      ?? place.flatMap(provincePlace)
  }

  private func provincePlace(_ place: String) -> String? {
    let type = ["Thành phố ", "TP. ", "Tỉnh "].first { place.hasPrefix($0) } ?? ""
    return units.named(String(place.dropFirst(type.count))).first { $0.level == .province }?.name
  }
}
