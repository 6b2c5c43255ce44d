/// How the text came to look as it does.
public enum ChannelKind: String, CaseIterable, Codable, Sendable {
  /// Read by an engine without Vietnamese: marks lost or wrong, letters turned into others.
  case ruined
  /// Typed without marks.
  case unmarked
  /// Read by an engine that knows Vietnamese, or typed.
  case nearlyRight
}

public enum ChannelChoice: Hashable, Sendable {
  /// By the look of the text.
  case automatic
  case fixed(ChannelKind)
}
