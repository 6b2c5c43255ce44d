import SoHoaDictionaries
import Synchronization

/// The channels of all kinds of text: their files are read and checked at once, each is compiled when it
/// is first asked for.
final class ChannelShelf: Sendable {
  private let changes: [ChannelKind: [ChannelFile.Row]]
  private let compiled = Mutex<[ChannelKind: Channel]>([:])

  /// - Throws: `DictionaryError` if a channel's file is missing or malformed.
  init(_ data: LanguageData) throws(DictionaryError) {
    var changes: [ChannelKind: [ChannelFile.Row]] = [:]
    for kind in ChannelKind.allCases { changes[kind] = try data.changes(kind) }
    self.changes = changes
  }

  subscript(kind: ChannelKind) -> Channel {
    compiled.withLock { compiled in
      if let known = compiled[kind] { return known }
      let channel = Channel(kind, changes[kind] ?? [])
      compiled[kind] = channel
      return channel
    }
  }
}

extension Channel {
  /// - Parameter changes: what was learned; none for the unmarked channel, which needs no learning.
  init(_ kind: ChannelKind, _ changes: [ChannelFile.Row]) {
    if let name = kind.learnedName {
      self.init(name: name, counts: SegmentCounts(changes))
    } else {
      self.init(name: "unmarked", counts: UnmarkedChannel.counts)
    }
  }
}

extension ChannelKind {
  /// The engine model whose misreadings the channel has learned, as in `channel_eng.tsv`.
  var learnedName: String? {
    switch self {
    case .ruined: "eng"
    case .nearlyRight: "vie"
    case .unmarked: nil
    }
  }
}
