import SoHoaDictionaries

/// Ruins the documents of a corpus, decodes them, and keeps what the decoder was unsure of.
public struct ContextExampleMaker {
  private let data: LanguageData
  private let channels: [ChannelKind: Channel]

  public init(dictionaries: DictionaryFolder) throws {
    var parts = RestorerParts()
    parts.context = false
    data = try LanguageData(dictionaries, parts: parts)
    channels = [.unmarked: try data.channel(.unmarked), .ruined: try data.channel(.ruined)]
  }

  /// - Parameters:
  ///   - kind: unmarked, or ruined by chance after the channel's own counts.
  ///   - most: words of a piece of a document that is decoded at once.
  public func examples(
    _ corpus: Corpus, _ part: CorpusPart, kind: ChannelKind, every: Int = 1, most: Int = 8_000
  ) -> ContextExamples {
    var result = ContextExamples()
    var noise = RandomNoise(counts: channels[.ruined]!.counts, seed: 1)
    var pending: [String] = []
    var size = 0
    var number = 0
    func flush() {
      number += 1
      if !pending.isEmpty, number % every == 0 { add(pending, kind, &noise, to: &result) }
      pending = []
      size = 0
    }
    corpus.forEachDocument(part) { lines in
      for line in lines {
        pending.append(line)
        size += line.utf8.count / 5
        if size > most { flush() }
      }
      flush()
    }
    return result
  }

  private func add(
    _ lines: [String], _ kind: ChannelKind, _ noise: inout RandomNoise, to result: inout ContextExamples
  ) {
    let printed = lines.map { $0.scalars.split { CharacterClass.of($0) == .space }.map(Array.init) }
    let observed = printed.map { line in
      line.map { token in
        ObservedToken(
          String(
            scalars: kind == .ruined
              ? noise.ruined(token) : HeldOutText.unmarked(String(scalars: token)).scalars))
      }
    }
    let restoration = DocumentRestoration(observed, data: data, kind: kind, channel: channels[kind]!)
    let decoded = restoration.decodedOnce()
    let text = ContextText(decoded)
    result.add(text, in: decoded) { place in
      let words = PieceScanner.pieces(printed[place.line][place.token]).filter { $0.kind == .word }
      let parts = decoded.lines[place.line][place.token].parts
      guard words.count == 1,
        parts.count(where: { $0.words.contains { $0 >= UInt16(Lexicon.reserved) } && isWord($0) }) == 1
      else { return nil }
      let id = ModelTokenizer.id(words[0], in: printed[place.line][place.token], data.lexicon)
      return id == Lexicon.unknown ? nil : id
    }
  }

  private func isWord(_ part: DecodedToken.Part) -> Bool {
    part.text.contains { CharacterClass.of($0) == .letter }
  }
}
