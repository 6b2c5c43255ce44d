/// The words that may be proposed for a ruined one, as a tree of letters.
struct SyllableTrie: Sendable {
  private var letters: [UInt8] = [0]
  private var firstChildren: [Int32] = [-1]
  private var siblings: [Int32] = [-1]
  /// Number of the word in the lexicon's ids, 0 if none ends here.
  private(set) var words: [UInt16] = [0]
  static let root: Int32 = 0

  mutating func insert(_ word: some Collection<UInt32>, id: UInt16) {
    var node = Self.root
    for value in word {
      let code = Alphabet.shared.code(value)
      guard code != 0 else { return }
      node = childOrNew(node, code)
    }
    words[Int(node)] = id
  }

  /// -1 if there is none.
  func child(_ node: Int32, _ letter: UInt8) -> Int32 {
    var child = firstChildren[Int(node)]
    while child >= 0, letters[Int(child)] != letter { child = siblings[Int(child)] }
    return child
  }

  /// Follows up to three letters packed as in `Channel.Entry`.
  func walk(_ node: Int32, _ packed: UInt32) -> Int32 {
    var node = node
    var rest = packed
    while rest != 0, node >= 0 {
      node = child(node, UInt8(rest & 0xFF))
      rest >>= 8
    }
    return node
  }

  func forEachChild(_ node: Int32, _ body: (Int32) -> Void) {
    var child = firstChildren[Int(node)]
    while child >= 0 {
      body(child)
      child = siblings[Int(child)]
    }
  }

  private mutating func childOrNew(_ node: Int32, _ letter: UInt8) -> Int32 {
    let found = child(node, letter)
    if found >= 0 { return found }
    let new = Int32(letters.count)
    letters.append(letter)
    siblings.append(firstChildren[Int(node)])
    firstChildren.append(-1)
    words.append(0)
    firstChildren[Int(node)] = new
    return new
  }
}
