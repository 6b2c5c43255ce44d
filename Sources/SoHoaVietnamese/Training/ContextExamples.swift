import Foundation

/// What the context model learns from: documents as the decoder left them, and at each open place the
/// readings, how probable the decoder held them, and which was right.
public struct ContextExamples: Sendable {
  struct Example: Sendable {
    /// In `words`.
    var position: Int32
    /// In `options`.
    var start: Int32
    var count: UInt8
    var right: UInt8
  }

  /// All documents in a row.
  var words: [UInt16] = []
  var options: [ContextOption] = []
  var examples: [Example] = []

  public init() {}

  public var count: Int { examples.count }

  /// - Parameter truth: the word that was printed for each open place; nil where it is not known.
  mutating func add(_ text: ContextText, in decoded: DecodedText, truth: (ContextText.Place) -> UInt16?) {
    let memory = WordMemory(text)
    let base = words.count
    for place in text.places {
      let part = decoded.lines[place.line][place.token].parts[place.part]
      guard let right = truth(place) else { continue }
      let options = ContextOptions(part, at: place.position, in: text, memory).options
      guard let index = options.firstIndex(where: { $0.word == right }) else { continue }
      examples.append(
        Example(
          position: Int32(base + place.position), start: Int32(self.options.count),
          count: UInt8(options.count),
          right: UInt8(index)))
      self.options += options
    }
    words += text.words
  }

  public mutating func append(_ other: ContextExamples) {
    let (base, start) = (Int32(words.count), Int32(options.count))
    words += other.words
    options += other.options
    examples += other.examples.map {
      Example(position: $0.position + base, start: $0.start + start, count: $0.count, right: $0.right)
    }
  }
}
