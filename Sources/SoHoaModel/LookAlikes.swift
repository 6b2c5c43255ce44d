/// Letters that engines read for digits.
package enum LookAlikes {
  /// The text with digits for such letters; nil where others are in it.
  package static func digits(_ text: String) -> String? {
    let mended = text.map { "lI|".contains($0) ? "1" : "Oo".contains($0) ? "0" : $0 }
    return !mended.isEmpty && mended.allSatisfy { $0.isASCII && $0.isNumber } ? String(mended) : nil
  }
}
