import SoHoaDictionaries

/// What the name of a font tells of the codes of its text: `.VnTimeH` is TCVN3, drawn as capitals.
public struct LegacyFonts: Sendable {
  public struct Hint: Hashable, Sendable {
    public var encoding: LegacyEncoding
    /// The font draws capitals for small letters.
    public var drawsCapitals: Bool
  }

  private let rows: [(prefix: String, suffix: String, hint: Hint)]

  public init(dictionaries: DictionaryFolder) throws(DictionaryError) {
    rows = try dictionaries.table("legacy_fonts.tsv").rows.compactMap { row in
      guard let encoding = LegacyEncoding(rawValue: row[1]), let star = row[0].firstIndex(of: "*") else {
        return nil
      }
      return (
        String(row[0][..<star]), String(row[0][row[0].index(after: star)...]),
        Hint(encoding: encoding, drawsCapitals: row[2] == "capitals")
      )
    }
  }

  /// - Parameter font: as a PDF names it, with the tag of a subset (`ABCDEF+.VnTimeH`) or styles behind
  ///   (`.VnTimeH,Bold`, `.VnTimeH-Bold`).
  public func hint(_ font: String) -> Hint? {
    let bare = font.split(separator: "+").last.map(String.init) ?? font
    let family = bare.split(separator: ",").first.map(String.init) ?? bare
    let plain = family.replacing(/[- ]?(Bold|Italic|Oblique|Regular)+$/, with: "")
    return rows.first { plain.hasPrefix($0.prefix) && plain.hasSuffix($0.suffix) }?.hint
  }
}
