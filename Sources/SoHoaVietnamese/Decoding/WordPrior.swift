import Foundation

/// How rare words are (nats, times a weight), for each node of the trie: of its own word, and of the most
/// frequent word in it or below. Lets a search find frequent words first.
struct WordPrior: Sendable {
  /// Share of log P(word) that counts; the language model weighs the rest.
  static let weight: Float = 0.5

  private let own: [Float]
  private let least: [Float]

  init(trie: SyllableTrie, lexicon: Lexicon) {
    let most = log(Float(lexicon.counts.max() ?? 1) + 1)
    let own = trie.words.map { word -> Float in
      guard word != 0 else { return .infinity }
      return Self.weight * (most - log(Float(lexicon.counts[Int(word) - Lexicon.reserved]) + 1))
    }
    var least = own
    for node in least.indices.reversed() {
      for child in trie.children(Int32(node)) { least[node] = min(least[node], least[Int(child)]) }
    }
    self.own = own
    self.least = least
  }

  /// All words alike.
  init(flat trie: SyllableTrie) {
    own = [Float](repeating: 0, count: trie.words.count)
    least = own
  }

  /// Of the word that ends at a node.
  @inline(__always)
  func ofWord(_ node: Int32) -> Float { own[Int(node)] }

  /// Of the most frequent word at or below a node.
  @inline(__always)
  func ahead(_ node: Int32) -> Float { least[Int(node)] }
}
