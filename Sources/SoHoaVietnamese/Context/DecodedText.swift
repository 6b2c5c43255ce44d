/// A decoded document: its lines of tokens, and which lines flow into one another.
struct DecodedText: Sendable {
  var lines: [[DecodedToken]]
  let paragraphs: [Range<Int>]

  func restored(channel: String) -> [[RestoredToken]] {
    lines.map { $0.map { $0.restored(channel: channel) } }
  }
}
