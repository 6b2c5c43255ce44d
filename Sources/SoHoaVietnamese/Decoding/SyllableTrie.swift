/// The words that may be proposed for a ruined one, as a tree of letters.
///
/// The children of a node lie side by side in the order of their letters; two words of bits say which
/// letters there are, so that a step costs one count of bits.
struct SyllableTrie: Sendable {
  private var low: [UInt64] = []
  private var high: [UInt64] = []
  private var firstChildren: [Int32] = []
  /// Number of the word in the lexicon's ids, 0 if none ends here.
  private(set) var words: [UInt16] = []
  static let root: Int32 = 0

  /// - Parameter entries: words in lower-case letters of the alphabet; others are left out.
  init(_ entries: [(word: ArraySlice<UInt32>, id: UInt16)]) {
    var coded = entries.compactMap { CodedWord($0.word, id: $0.id) }
    coded.sort()
    addNode()
    var level: [(node: Int, range: Range<Int>)] = [(0, coded.indices)]
    var depth = 0
    while !level.isEmpty {
      var next: [(node: Int, range: Range<Int>)] = []
      for (node, range) in level { open(node, range, coded, depth, &next) }
      level = next
      depth += 1
    }
  }

  /// The letters of a word as codes of the alphabet, seven bits each, the first in the highest bits.
  private struct CodedWord: Comparable {
    private static let most = 18
    private var letters: (UInt64, UInt64) = (0, 0)
    let count: Int
    let id: UInt16

    /// Nil for empty words, words with other letters, and words longer than any that is proposed.
    init?(_ word: ArraySlice<UInt32>, id: UInt16) {
      guard !word.isEmpty, word.count <= Self.most else { return nil }
      count = word.count
      self.id = id
      for (index, value) in word.enumerated() {
        let code = UInt64(Alphabet.shared.code(value))
        guard code != 0 else { return nil }
        let shift = UInt64(7 * (8 - index % 9))
        if index < 9 { letters.0 |= code << shift } else { letters.1 |= code << shift }
      }
    }

    subscript(_ place: Int) -> UInt8 {
      UInt8((place < 9 ? letters.0 : letters.1) >> UInt64(7 * (8 - place % 9)) & 0x7F)
    }

    static func < (one: CodedWord, other: CodedWord) -> Bool { one.letters < other.letters }
    static func == (one: CodedWord, other: CodedWord) -> Bool { one.letters == other.letters }
  }

  /// Gives a node its word and its children.
  private mutating func open(
    _ node: Int, _ range: Range<Int>, _ coded: [CodedWord], _ depth: Int,
    _ next: inout [(node: Int, range: Range<Int>)]
  ) {
    var index = range.lowerBound
    while index < range.upperBound, coded[index].count == depth {
      words[node] = coded[index].id
      index += 1
    }
    firstChildren[node] = Int32(words.count)
    while index < range.upperBound {
      let letter = coded[index][depth]
      let start = index
      while index < range.upperBound, coded[index][depth] == letter { index += 1 }
      if letter < 64 { low[node] |= 1 << UInt64(letter) } else { high[node] |= 1 << UInt64(letter - 64) }
      next.append((words.count, start..<index))
      addNode()
    }
  }

  private mutating func addNode() {
    low.append(0)
    high.append(0)
    firstChildren.append(0)
    words.append(0)
  }

  /// -1 if there is none.
  @inline(__always)
  func child(_ node: Int32, _ letter: UInt8) -> Int32 {
    let index = Int(node)
    if letter < 64 {
      let bit: UInt64 = 1 << UInt64(letter)
      guard low[index] & bit != 0 else { return -1 }
      return firstChildren[index] + Int32((low[index] & (bit - 1)).nonzeroBitCount)
    }
    let bit: UInt64 = 1 << UInt64(letter - 64)
    guard high[index] & bit != 0 else { return -1 }
    return firstChildren[index]
      + Int32(low[index].nonzeroBitCount + (high[index] & (bit - 1)).nonzeroBitCount)
  }

  /// Follows up to three letters packed as in `Channel.Entry`.
  @inline(__always)
  func walk(_ node: Int32, _ packed: UInt32) -> Int32 {
    var node = node
    var rest = packed
    while rest != 0, node >= 0 {
      node = child(node, UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return node
  }

  func children(_ node: Int32) -> Range<Int32> {
    let first = firstChildren[Int(node)]
    return first..<first + Int32(low[Int(node)].nonzeroBitCount + high[Int(node)].nonzeroBitCount)
  }
}
