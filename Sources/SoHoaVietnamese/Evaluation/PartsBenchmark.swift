import Foundation
import SoHoaDictionaries

/// Times each part of the restorer on lines of observed and printed text, after checking what it gives.
///
/// CPU seconds of the calling thread, the best of several rounds; nothing is remembered between rounds.
public struct PartsBenchmark {
  /// One part: how many of what it did, and how long it took.
  public struct Figure: Hashable, Sendable {
    public var part: String
    public var unit: String
    public var count: Int
    /// CPU seconds for all of them.
    public var seconds: Double
  }

  /// A part gave something wrong: nothing is timed.
  public struct WrongResult: Error, CustomStringConvertible {
    public let description: String
  }

  let data: LanguageData
  let kind: ChannelKind
  let rounds: Int
  private let folder: DictionaryFolder
  private let observed: [[ObservedToken]]
  private let printed: [String]

  /// - Parameters:
  ///   - pairs: lines as observed and as printed; one document.
  ///   - rounds: how often each part runs.
  /// - Throws: `DictionaryError` or `NGramModelError`.
  public init(
    dictionaries: DictionaryFolder, pairs: [(observed: String, printed: String)], rounds: Int = 5
  ) throws {
    folder = dictionaries
    data = try LanguageData(dictionaries)
    observed = pairs.map { $0.observed.split(separator: " ").map { ObservedToken(String($0)) } }
    printed = pairs.map(\.printed)
    kind = TextLook(observed.lazy.flatMap { $0 }.map(\.text)).kind
    self.rounds = rounds
  }

  /// - Parameter mostWrong: share of tokens that may be wrong after restoration.
  /// - Throws: `WrongResult`; `DictionaryError` or `NGramModelError`.
  public func figures(mostWrong: Double = 0.1) throws -> [Figure] {
    try checkRestoration(mostWrong)
    return try starting() + [lookUp(), candidates()] + decoding() + [restoring()]
  }

  // MARK: Start

  private func starting() throws -> [Figure] {
    let lexicon = data.lexicon
    return try [
      figure("start: lexicon.tsv", "words", lexicon.count) {
        _ = try Lexicon(contentsOf: folder.file("lexicon.tsv"))
      },
      figure("start: ngrams.bin, checked", "triples", data.model.trigramCount) {
        _ = try NGramModel(contentsOf: folder.file("ngrams.bin"), lexicon: lexicon)
      },
      figure("start: tree of syllables", "words", lexicon.count) { _ = LanguageData.trie(lexicon) },
      figure("start: prices of capitals", "words", lexicon.count) { _ = CasePrior(lexicon: lexicon) },
      figure("start: guess of the language", "words", lexicon.count) { _ = LanguageGuess(lexicon: lexicon) },
    ]
      + ChannelKind.allCases.map { kind in
        try figure("start: channel \(kind.rawValue)", "channels", 1) { _ = try data.channel(kind) }
      }
  }

  // MARK: Model

  private func lookUp() throws -> Figure {
    let lines = printed.map { ModelTokenizer.ids($0.scalars, data.lexicon) }
    let count = lines.reduce(0) { $0 + $1.count }
    let perToken = logProbability(lines) / Double(max(count, 1))
    guard perToken < -1, perToken > -12 else {
      throw WrongResult(description: "the model gives \(perToken) nats a token of right text")
    }
    return figure("model: pair and triple", "tokens", count) { _ = logProbability(lines) }
  }

  private func logProbability(_ lines: [[UInt16]]) -> Double {
    var sum = 0.0
    for line in lines {
      var (context, word) = (data.model.context(-1), Lexicon.begin)
      for id in line {
        let pair = data.model.pair(word, id)
        sum += Double(data.model.triple(context, id, pair.logProbability))
        (context, word) = (data.model.context(pair.index), id)
      }
    }
    return sum
  }

  // MARK: Candidates

  private func candidates() throws -> Figure {
    let channel = try data.channel(kind)
    let search = CandidateSearch(trie: data.trie, prior: data.prior, channel: channel)
    let words = Array(Set(observed.joined().map { $0.text.scalars }.filter(isWord)))
      .sorted { $0.lexicographicallyPrecedes($1) }
    var source = CandidateSource(lexicon: data.lexicon, search: search)
    let found = words.filter { !source.candidates($0).isEmpty }.count
    guard found * 10 >= words.count * 9 else {
      throw WrongResult(description: "candidates for \(found) of \(words.count) words only")
    }
    return figure("candidates: one search a word", "words", words.count) {
      var source = CandidateSource(lexicon: data.lexicon, search: search)
      for word in words { _ = source.candidates(word) }
    }
  }

  private func isWord(_ token: Scalars) -> Bool {
    token.count > 1 && token.count <= 10 && token.allSatisfy { CharacterClass.of($0) == .letter }
  }

  // MARK: Decoding

  private func decoding() throws -> [Figure] {
    let settings = DecodingSettings(kind)
    let channel = try data.channel(kind)
    let search = CandidateSearch(
      trie: data.trie, prior: data.prior, channel: channel, delta: settings.delta, most: settings.mostCost,
      limit: settings.candidates)
    var builder = LatticeBuilder(
      data: data, channel: channel, settings: settings,
      source: CandidateSource(lexicon: data.lexicon, search: search))
    let lines = observed.map { $0.map { $0.text.scalars } }.filter { !$0.isEmpty }
    let places = lines.map { SentenceOpening.places([$0]) }
    let lattices = zip(lines, places).map { builder.build($0, places: $1) }
    var beam = BeamSearch(model: data.model, settings)
    try checkPaths(lattices, &beam)
    let count = lines.reduce(0) { $0 + $1.count }
    return [
      figure("lattices: candidates known", "tokens", count) {
        for (line, place) in zip(lines, places) { _ = builder.build(line, places: place) }
      },
      figure("decoding: beam and posteriors", "tokens", count) {
        for lattice in lattices { _ = beam.search(lattice, after: (Lexicon.begin, Lexicon.begin)) }
      },
    ]
  }

  /// Each path leads from the first node to the last without a gap.
  private func checkPaths(_ lattices: [Lattice], _ beam: inout BeamSearch) throws {
    for (line, lattice) in lattices.enumerated() {
      let path = beam.search(lattice, after: (Lexicon.begin, Lexicon.begin)).path
      let arcs = path.map { lattice.arcs[Int($0)] }
      let ends = zip(arcs, arcs.dropFirst()).allSatisfy { $0.to == $1.from }
      guard ends, arcs.first?.from == 0, arcs.last.map({ Int($0.to) }) == lattice.nodes - 1 else {
        throw WrongResult(description: "line \(line + 1): no path through the lattice")
      }
    }
  }

  // MARK: The whole

  private func restoring() throws -> Figure {
    let restorer = try Restorer(dictionaries: folder)
    return figure("restoration, whole", "tokens", observed.reduce(0) { $0 + $1.count }) {
      _ = restorer.restore(observed)
    }
  }

  private func checkRestoration(_ mostWrong: Double) throws {
    let restored = try Restorer(dictionaries: folder).restore(observed)
    var score = RestorationScore()
    for index in printed.indices {
      score.add(observed: observed[index], restored: restored[index], printed: printed[index])
    }
    let share = Double(score.wrongAfter) / Double(max(score.tokens, 1))
    guard score.tokens > 0, share <= mostWrong, score.digitsAltered == 0 else {
      throw WrongResult(
        description:
          "\(score.wrongAfter) of \(score.tokens) tokens wrong, \(score.digitsAltered) digits altered"
      )
    }
  }

  private func figure(_ part: String, _ unit: String, _ count: Int, _ work: () throws -> Void) rethrows
    -> Figure
  {
    var best = Double.infinity
    for _ in 0..<max(rounds, 1) {
      let start = Self.processorSeconds
      try work()
      best = min(best, Self.processorSeconds - start)
    }
    return Figure(part: part, unit: unit, count: count, seconds: best)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
