/// What a restorer has seen of a text that comes in blocks: how it looks, its language, its style of tones.
struct RestorationMemory: Sendable {
  private(set) var look = TextLook([])
  /// New style below zero, old above.
  var styleBalance = 0
  /// The last verdict; a block of few words takes over that of the block before.
  private(set) var isForeign = false

  /// The kind of the text so far, this block included.
  mutating func kind(with block: [[ObservedToken]]) -> ChannelKind {
    look.add(block.lazy.flatMap { $0 }.map(\.text))
    return look.kind
  }

  mutating func isForeign(_ block: [[ObservedToken]], _ guess: LanguageGuess) -> Bool {
    if let share = guess.vietnameseShare(of: block.joined().lazy.map(\.text)) {
      isForeign = share < LanguageGuess.leastShare
    }
    return isForeign
  }
}
