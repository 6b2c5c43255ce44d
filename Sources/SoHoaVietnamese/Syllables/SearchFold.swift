import Foundation

/// Text for searching: lower case, without marks, đ as d. "Đặng Thuỷ" becomes "dang thuy".
///
/// Letters of other alphabets lose their combining marks as well; nothing else changes.
public func searchFold(_ text: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
    if let letter = Letter(scalar) {
      folded.append(letter.base)
    } else if scalar == "ð" || scalar == "Ð" {
      folded.append("d")
    } else {
      folded.append(contentsOf: unmarked(scalar))
    }
  }
  return String(folded)
}

/// True where two texts differ at most in marks and case.
public func equalsBlindToMarks(_ one: String, _ other: String) -> Bool {
  searchFold(one) == searchFold(other)
}

private func unmarked(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  guard scalar.value > 0x7F else { return [scalar] }
  let parts = String(scalar).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
  return parts.filter { $0.properties.generalCategory != .nonspacingMark }
}
