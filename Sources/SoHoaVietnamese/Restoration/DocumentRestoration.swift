/// Restores one document: decodes paragraph by paragraph, learns its noise, decodes again.
struct DocumentRestoration {
  let data: LanguageData
  let kind: ChannelKind
  let channel: Channel
  private let observed: [[ObservedToken]]
  private let lines: [[Scalars]]
  private let paragraphs: [Range<Int>]
  private let style: ToneStyle
  /// Of the blocks before and this one.
  let styleBalance: Int

  /// - Parameter styleBefore: the balance of the blocks before.
  init(
    _ lines: [[ObservedToken]], data: LanguageData, kind: ChannelKind, channel: Channel, styleBefore: Int = 0
  ) {
    self.data = data
    self.kind = kind
    self.channel = channel
    observed = lines
    self.lines = lines.map { $0.map { $0.text.scalars } }
    paragraphs = Paragraphs(self.lines).ranges
    styleBalance = StyleVote(self.lines).balance + styleBefore
    style = styleBalance < 0 ? .new : .old
  }

  func restored() -> [[RestoredToken]] {
    var decoded = decoded()
    if let context = data.context {
      ContextRanker(model: context, onlyKeeps: kind == .nearlyRight).rank(&decoded)
    }
    var result = decoded.restored(channel: channel.name)
    CodeRepair(data: data, estimate: channel.estimate, lines: result).propose(in: &result, observed: observed)
    if kind != .nearlyRight { PointOrder.mend(&result) }
    return result
  }

  /// Without what the document itself teaches.
  func decodedOnce() -> DecodedText { decode(channel, settings) }

  private func decoded() -> DecodedText {
    switch kind {
    case .unmarked: return decode(channel, settings)
    case .ruined where !data.parts.adaptation: return decode(channel, settings)
    case .ruined:
      let first = decode(channel, settings.hasty).restored(channel: channel.name)
      return decode(Adaptation(channel: channel).adapted(observed: observed, restored: first), settings)
    case .nearlyRight:
      let first = decode(channel, settings)
      let change = Cleanness(first.restored(channel: channel.name)).changePrice
      if change == 0 { return first }
      var settings = settings
      settings.change = change
      return decode(channel, settings)
    }
  }

  private var settings: DecodingSettings { DecodingSettings(kind, data.parts) }

  private func decode(_ channel: Channel, _ settings: DecodingSettings) -> DecodedText {
    var decoded = lines.map { _ in [DecodedToken]() }
    let search = CandidateSearch(
      trie: data.trie, prior: data.prior, channel: channel, delta: settings.delta, most: settings.mostCost,
      limit: settings.candidates)
    var decoder = ParagraphDecoder(
      data: data, channel: channel, settings: settings, style: style,
      source: CandidateSource(lexicon: data.lexicon, search: search, own: data.own))
    for range in paragraphs {
      let evidence = settings.usesEvidence ? observed[range].joined().map(EngineEvidence.init) : []
      var tokens = decoder.decode(Array(lines[range]), evidence: evidence)[...]
      for line in range {
        decoded[line] = Array(tokens.prefix(lines[line].count))
        tokens.removeFirst(decoded[line].count)
      }
    }
    return DecodedText(lines: decoded, paragraphs: paragraphs)
  }
}

/// The tone placement that a document shows; old where it shows nothing.
struct StyleVote {
  /// Words in the old style less those in the new one.
  let balance: Int

  init(_ lines: [[Scalars]]) {
    var balance = 0
    for token in lines.lazy.flatMap({ $0 }) {
      for piece in PieceScanner.pieces(token) where piece.kind == .word {
        guard let shown = TonePlacement.style(of: Array(token[piece.start..<piece.end])) else { continue }
        balance += shown == .old ? 1 : -1
      }
    }
    self.balance = balance
  }
}
