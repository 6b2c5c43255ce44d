/// TCVN3 has no capitals with tones: headings are typed in small letters and drawn as capitals by the font.
/// Where the plain letters of a word are capitals, the others are as well.
enum FontCapitals {
  /// - Parameter source: the tokens before decoding.
  static func mended(_ tokens: [Scalars], source: [Scalars]) -> [Scalars] {
    let shouts = source.contains(where: isCapitals) && !source.contains(where: hasSmall)
    return zip(tokens, source).map { token, source in
      token != source && !hasSmall(source) && (shouts || isCapitals(source)) && hasCapital(source)
        ? token.map(Case.upper) : token
    }
  }

  /// One token by its own letters.
  static func mended(_ token: EncodingTable.Decoded, source: Scalars) -> EncodingTable.Decoded {
    guard token.scalars != source, isCapitals(source) else { return token }
    return EncodingTable.Decoded(scalars: token.scalars.map(Case.upper), isWhole: token.isWhole)
  }

  /// Two capitals and more, and no small plain letter.
  private static func isCapitals(_ token: Scalars) -> Bool {
    !hasSmall(token) && token.count(where: isCapital) > 1
  }

  private static func hasCapital(_ token: Scalars) -> Bool { token.contains(where: isCapital) }

  private static func hasSmall(_ token: Scalars) -> Bool { token.contains { $0 >= 0x61 && $0 <= 0x7A } }

  /// A-Z and the seven capitals that TCVN3 has.
  private static func isCapital(_ value: UInt32) -> Bool {
    value >= 0x41 && value <= 0x5A || value >= 0xA1 && value <= 0xA7
  }
}
