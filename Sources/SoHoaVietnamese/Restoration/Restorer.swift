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

  /// - Parameter words: the user's own, which are found and never changed.
  /// - Throws: `DictionaryError` or `NGramModelError`, naming the file.
  public init(
    dictionaries: DictionaryFolder, channel: ChannelChoice = .automatic, parts: RestorerParts = .init(),
    words: UserDictionary = UserDictionary()
  ) throws {
    data = try LanguageData(dictionaries, parts: parts, words: words)
    choice = channel
    channels = try ChannelShelf(data)
    languageGuess = LanguageGuess(lexicon: data.lexicon)
  }

  /// One inner array a printed line, blank lines as empty arrays; the text is one document.
  ///
  /// - Returns: as many lines and as many tokens. What was joined to the token before is empty.
  public func restore(_ lines: [[ObservedToken]]) -> [[RestoredToken]] {
    var memory = RestorationMemory()
    return restore(lines, &memory).tokens
  }

  /// How a text looks, or the kind that was asked for.
  public func kind(of lines: [[ObservedToken]]) -> ChannelKind {
    var memory = RestorationMemory()
    return kind(of: lines, &memory)
  }

  /// One block of a text, in the light of those before.
  func restore(
    _ lines: [[ObservedToken]], _ memory: inout RestorationMemory
  ) -> (tokens: [[RestoredToken]], kind: ChannelKind, isForeign: Bool) {
    let kind = kind(of: lines, &memory)
    let isForeign = choice == .automatic && memory.isForeign(lines, languageGuess)
    guard !isForeign else {
      return (lines.map { $0.map(Self.kept) }, kind, isForeign)
    }
    let restoration = DocumentRestoration(
      LongTokens.hidden(in: lines), data: data, kind: kind, channel: channels[kind],
      styleBefore: memory.styleBalance)
    memory.styleBalance = restoration.styleBalance
    var restored = restoration.restored()
    LongTokens.putBack(lines, in: &restored)
    return (restored, kind, false)
  }

  private func kind(of lines: [[ObservedToken]], _ memory: inout RestorationMemory) -> ChannelKind {
    if case .fixed(let kind) = choice { return kind }
    return memory.kind(with: lines)
  }

  static func kept(_ token: ObservedToken) -> RestoredToken {
    RestoredToken(text: token.text, confidence: 1, decision: .kept, source: "keep")
  }
}

/// Tokens too long to be words: they are kept, and nobody has to look into them.
private enum LongTokens {
  /// Bytes of UTF-8.
  private static let limit = 512

  static func hidden(in lines: [[ObservedToken]]) -> [[ObservedToken]] {
    guard lines.contains(where: { $0.contains(where: isLong) }) else { return lines }
    return lines.map { $0.map { isLong($0) ? ObservedToken("\u{2014}") : $0 } }
  }

  static func putBack(_ lines: [[ObservedToken]], in restored: inout [[RestoredToken]]) {
    for line in lines.indices {
      for place in lines[line].indices where isLong(lines[line][place]) {
        restored[line][place] = Restorer.kept(lines[line][place])
      }
    }
  }

  private static func isLong(_ token: ObservedToken) -> Bool { token.text.utf8.count > limit }
}
