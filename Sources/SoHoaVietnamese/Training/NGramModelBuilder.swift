import Foundation

/// Builds the n-gram model of a lexicon from corpora: count, estimate, prune, quantise.
public struct NGramModelBuilder {
  private let lexicon: Lexicon
  private var counter: NGramCounter

  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    counter = NGramCounter(lexicon: lexicon)
  }

  public mutating func add(_ corpus: Corpus, _ part: CorpusPart) { counter.add(corpus, part) }

  /// The bytes of the model file.
  ///
  /// - Parameters:
  ///   - bigrams: pairs kept beside those that triples need.
  ///   - trigrams: triples kept.
  public consuming func build(bigrams: Int, trigrams: Int) -> Data {
    let words = lexicon.count + Lexicon.reserved
    let full = KneserNey(counter.counted(), words: words)
    let pruned = PrunedModel(full, bigrams: bigrams, trigrams: trigrams)
    return NGramModelFile.bytes(pruned, lexicon: lexicon.checksum)
  }
}
