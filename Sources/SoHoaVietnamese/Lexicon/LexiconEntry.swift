/// A word of the lexicon with its counts in the corpus.
public struct LexiconEntry: Hashable, Sendable {
  /// Lower case, tone in its old place, NFC; or one punctuation mark.
  public var text: String
  public var count: Int
  /// How often it begins with a capital and goes on small (Title), inside sentences.
  public var titleCount: Int
  /// How often it stands all in capitals where its line is not all in capitals (UBND).
  public var capitalCount: Int
}
