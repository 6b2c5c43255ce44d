import SoHoaDictionaries

/// Gives back what was printed where an OCR engine or a plain keyboard left ruined or unmarked text.
///
/// A noisy channel: candidates by a search in the lexicon through learned letter damage, weighed by a
/// trigram model in a beam over a lattice, with posteriors as confidences. Digits are never changed.
public struct Restorer: Sendable {
  private let data: LanguageData
  private let choice: ChannelChoice
  private let channels: ChannelShelf
  /// Tells the texts that are left alone.
  public let languageGuess: LanguageGuess

  /// The words that it knows.
  public var lexicon: Lexicon { data.lexicon }

  /// - Throws: `DictionaryError` or `NGramModelError`, naming the file.
  public init(
    dictionaries: DictionaryFolder, channel: ChannelChoice = .automatic, parts: RestorerParts = .init()
  ) throws {
    data = try LanguageData(dictionaries, parts: parts)
    choice = channel
    channels = try ChannelShelf(data)
    languageGuess = LanguageGuess(lexicon: data.lexicon)
  }

  /// One inner array a printed line, blank lines as empty arrays; the text is one document.
  ///
  /// - Returns: as many lines and as many tokens. What was joined to the token before is empty.
  public func restore(_ lines: [[ObservedToken]]) -> [[RestoredToken]] {
    let kind = kind(of: lines)
    let isForeign = choice == .automatic && languageGuess.isForeign(lines.joined().lazy.map(\.text))
    guard !isForeign else { return lines.map { $0.map(Self.kept) } }
    return DocumentRestoration(lines, data: data, kind: kind, channel: channels[kind]).restored()
  }

  /// How a text looks, or the kind that was asked for.
  public func kind(of lines: [[ObservedToken]]) -> ChannelKind {
    if case .fixed(let kind) = choice { return kind }
    return TextLook(lines.lazy.flatMap { $0 }.map(\.text)).kind
  }

  private static func kept(_ token: ObservedToken) -> RestoredToken {
    RestoredToken(text: token.text, confidence: 1, decision: .kept, source: "keep")
  }
}
