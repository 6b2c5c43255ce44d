import SoHoaModel

/// The shapes of a row of words, run together, with the way back to the words: joined or cut words match
/// all the same.
package struct FoldedText: Sendable {
  package let bytes: [UInt8]
  /// Index of the word that each byte came from.
  package let wordOf: [Int]
  /// Where each word's bytes begin; one more at the end.
  package let starts: [Int]

  package init(_ texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    var wordOf: [Int] = []
    var starts: [Int] = []
    for (index, text) in texts.enumerated() {
      starts.append(bytes.count)
      let shape = Folding.shape(text)
      bytes += shape
      wordOf += repeatElement(index, count: shape.count)
    }
    starts.append(bytes.count)
    self.bytes = bytes
    self.wordOf = wordOf
    self.starts = starts
  }

  package init(_ words: [Word]) { self.init(words.map(\.text)) }

  package var wordCount: Int { starts.count - 1 }

  package func bytes(of words: Range<Int>) -> ArraySlice<UInt8> {
    bytes[starts[words.lowerBound]..<starts[words.upperBound]]
  }
}
