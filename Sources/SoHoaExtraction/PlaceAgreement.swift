import SoHoaModel
import SoHoaStructure

/// Compares the place of issue with the names of the letterhead: two witnesses of one name.
struct PlaceAgreement: Sendable {
  let units: AdministrativeUnits

  /// The place, surer where the letterhead has the same name; where marks differ, the reading that a gazetteer
  /// has, else none.
  func checked(_ place: Field<String>?, _ record: Record) -> Field<String>? {
    guard var place, let value = place.value else { return place }
    let letterhead = [record.superiorBody?.value, record.issuingBody?.value].compactMap { $0 }
    if letterhead.contains(where: { Self.ends($0.uppercased(), value.uppercased()) }) {
      place.confidence = max(place.confidence, min(0.97, place.confidence * 1.3))
      return place
    }
    guard !isProvince(value) else { return place }
    if let known = province(like: value) { return Self.replaced(place, by: known) }
    let isOther = letterhead.contains { Self.ends(Folding.folded($0), Folding.folded(value)) }
    return isOther ? Self.replaced(place, by: nil) : place
  }

  private static func ends(_ name: String, _ place: String) -> Bool {
    place.count >= 4 && name.hasSuffix(place)
  }

  private func isProvince(_ name: String) -> Bool {
    units.named(name).contains { $0.level == .province && $0.name == name }
  }

  /// The only province whose name has these letters.
  private func province(like name: String) -> String? {
    let found = Set(units.named(name).map(\.name))
    return found.count == 1 && units.successor(of: name) != nil ? found.first : nil
  }

  private static func replaced(_ place: Field<String>, by name: String?) -> Field<String> {
    var place = place
    place.alternatives = [place.value].compactMap { $0 } + place.alternatives
    place.value = name
    place.confidence = min(place.confidence, name == nil ? 0.5 : 0.8)
    place.rule = "place/letterhead-differs"
    return place
  }
}
