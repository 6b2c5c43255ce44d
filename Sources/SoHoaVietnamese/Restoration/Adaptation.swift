/// Teaches a channel the noise of one document from a first restoration of it.
struct Adaptation {
  let channel: Channel
  /// Tokens that are at least this sure teach.
  var leastConfidence = 0.9
  /// How much a token of the document counts beside one of the training pages.
  var weight = 3.0
  /// What is printed counts at most this often beside the document, however much training saw of it.
  var trainingLimit = 1000.0

  func adapted(observed: [[ObservedToken]], restored: [[RestoredToken]]) -> Channel {
    var pairs = WordPairs()
    for (line, result) in zip(observed, restored) {
      for (token, reading) in zip(line, result) where teaches(reading) {
        pairs.addMarks(
          .init(
            observed: [token.text.scalars],
            printed: reading.text.scalars.split { CharacterClass.of($0) == .space }.map(Array.init)))
        let (seen, printed) = WordParts.common(token.text.scalars, reading.text.scalars)
        guard isWord(printed), !seen.isEmpty else { continue }
        pairs.add(observed: seen, printed: printed)
      }
    }
    var counts = channel.counts
    counts.cap(at: trainingLimit)
    counts.merge(ChannelLearner(pairs).counts(with: channel.estimate), weight: weight)
    return Channel(name: channel.name, counts: counts)
  }

  private func teaches(_ reading: RestoredToken) -> Bool {
    reading.confidence >= leastConfidence && [.restored, .kept, .cut].contains(reading.decision)
  }

  private func isWord(_ printed: Scalars) -> Bool {
    !printed.isEmpty && printed.count <= 8 && printed.allSatisfy { CharacterClass.of($0) == .letter }
  }
}
