/// The sizes of the context model. All counts of numbers are multiples of sixteen.
struct ContextShape: Hashable, Sendable {
  /// Words that it knows, as the n-gram model.
  var words: Int
  /// Numbers that stand for a word seen.
  var inputs = 64
  /// Numbers that stand for a context, and for a word looked for.
  var hidden = 128
  /// Words looked at on either side, each in its place.
  var reach = 6
  /// Words looked at on either side as a heap: what the text is about.
  var topicReach = 120

  /// Rows of inputs: one a place around the word, and one for the topic.
  var slots: Int { 2 * reach + 1 }
  var slotSize: Int { inputs * hidden }

  /// Number of what the model adds up beside the words: prior, word memory, pair memory.
  static let features = 3
}
