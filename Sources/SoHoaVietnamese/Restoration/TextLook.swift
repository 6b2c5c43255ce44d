/// What a text looks like: how many of its words carry marks, and which.
public struct TextLook: Hashable, Sendable {
  public private(set) var words = 0
  /// Words with marks or ligatures of Western Europe, as engines without Vietnamese read them.
  public private(set) var marked = 0
  /// Words with marks that only Vietnamese has (ơ ư đ, dots below, hooks above, two marks).
  public private(set) var vietnamese = 0
  /// Words with a digit or an odd symbol among their letters.
  public private(set) var mixed = 0

  public init(_ tokens: some Sequence<String>) { add(tokens) }

  mutating func add(_ tokens: some Sequence<String>) {
    for token in tokens { add(token.scalars) }
  }

  public var kind: ChannelKind {
    guard words > 0 else { return .nearlyRight }
    if vietnamese * 6 > words { return .nearlyRight }
    return (marked + mixed) * 25 < words ? .unmarked : .ruined
  }

  private mutating func add(_ token: Scalars) {
    let letters = token.filter { CharacterClass.of($0) == .letter }
    guard !letters.isEmpty else { return }
    words += 1
    if letters.contains(where: Self.isEngineMark) { marked += 1 }
    if letters.contains(where: { $0 > 0xFF && $0 < UInt32(LetterTable.limit) }) { vietnamese += 1 }
    if letters.count < token.count, isMixed(token) { mixed += 1 }
  }

  /// Marked letters and ligatures of Western Europe, which engines without Vietnamese read; not the letters
  /// of other scripts that a text may name.
  private static func isEngineMark(_ value: UInt32) -> Bool {
    value > 0x7F && value < 0x100 || value >= 0xFB00 && value <= 0xFB06
  }

  /// A digit between or after letters, as in "d6i" or "s6".
  private func isMixed(_ token: Scalars) -> Bool {
    zip(token, token.dropFirst()).contains {
      CharacterClass.of($0) == .letter && Case.lower($0) == $0 && CharacterClass.of($1) == .digit
    }
  }
}
