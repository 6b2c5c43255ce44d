import SoHoaDictionaries

/// What an engine's own confidence is worth: the share of words that were right at it, learned from rendered
/// pages (`sohoa confidence learn`, dictionaries/engine_confidence.tsv).
public struct ConfidenceScale: Hashable, Sendable {
  /// Words of one range of the engine's own confidence.
  public struct Step: Hashable, Sendable {
    /// The engine's own confidence from which the step holds, 0...1.
    public var from: Double
    public var words: Int
    public var right: Int

    public init(from: Double, words: Int, right: Int) {
      self.from = from
      self.words = words
      self.right = right
    }
  }

  private let shares: RisingShares

  /// One word more, half right: few words prove little.
  ///
  /// - Parameter steps: in any order; shares that fall where confidence rises are evened out.
  public init(_ steps: [Step]) {
    shares = RisingShares(steps.map { .init(from: $0.from, count: $0.words, right: $0.right) }) {
      (Double($0.right) + 0.5) / (Double($0.count) + 1)
    }
  }

  /// Probability that a word is right.
  ///
  /// - Parameter own: the engine's own confidence, 0...1.
  public func probability(_ own: Double) -> Double { shares.share(at: own) ?? own }
}

extension ConfidenceScale {
  /// The scales of all models that one is known for, by the model's name.
  ///
  /// - Throws: `DictionaryError` if the table is missing or malformed.
  public static func all(in dictionaries: DictionaryFolder) throws(DictionaryError) -> [String:
    ConfidenceScale]
  {
    let table = try dictionaries.table("engine_confidence.tsv")
    var steps: [String: [Step]] = [:]
    for (index, row) in table.records.enumerated() {
      guard let model = row["model"], let from = row["from"].flatMap(Double.init),
        let words = row["words"].flatMap(Int.init), let right = row["right"].flatMap(Int.init)
      else {
        throw .malformed(
          path: dictionaries.file("engine_confidence.tsv").path, line: index + 2,
          reason: "model, from, words, right: a name and three numbers")
      }
      steps[model, default: []].append(Step(from: from, words: words, right: right))
    }
    return steps.mapValues(ConfidenceScale.init)
  }
}
