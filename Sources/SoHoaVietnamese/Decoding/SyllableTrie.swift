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
    var coded = entries.map { entry in (entry.word.map(Alphabet.shared.code), entry.id) }
    coded.removeAll { $0.0.contains(0) || $0.0.isEmpty }
    coded.sort { $0.0.lexicographicallyPrecedes($1.0) }
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

  /// Gives a node its word and its children.
  private mutating func open(
    _ node: Int, _ range: Range<Int>, _ coded: [([UInt8], UInt16)], _ depth: Int,
    _ next: inout [(node: Int, range: Range<Int>)]
  ) {
    var index = range.lowerBound
    while index < range.upperBound, coded[index].0.count == depth {
      words[node] = coded[index].1
      index += 1
    }
    firstChildren[node] = Int32(words.count)
    while index < range.upperBound {
      let letter = coded[index].0[depth]
      let start = index
      while index < range.upperBound, coded[index].0[depth] == letter { index += 1 }
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
