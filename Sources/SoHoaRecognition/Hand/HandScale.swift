import SoHoaDictionaries

/// What the network's own measure is worth: the share of readings that were right at it, learned from composed
/// headers (`make handwriting`, dictionaries/hand_confidence.tsv).
struct HandScale: Hashable, Sendable {
  static let file = "hand_confidence.tsv"

  private let shares: RisingShares

  init(_ folder: DictionaryFolder) throws(DictionaryError) {
    var steps: [RisingShares.Step] = []
    for (index, row) in try folder.table(Self.file).records.enumerated() {
      guard let from = row["from"].flatMap(Double.init), let count = row["readings"].flatMap(Int.init),
        let right = row["right"].flatMap(Int.init)
      else {
        throw .malformed(
          path: folder.file(Self.file).path, line: index + 2, reason: "from, readings, right: three numbers")
      }
      steps.append(.init(from: from, count: count, right: right))
    }
    self.init(steps)
  }

  init(_ steps: [RisingShares.Step]) {
    shares = RisingShares(steps) { (Double($0.right) + 0.5) / (Double($0.count) + 1) }
  }

  func probability(_ own: Double) -> Double { shares.share(at: own) ?? own }

  /// Of a reading that may lack digits: never sure, however sure those are that are there.
  func cutShort(_ own: Double) -> Double { shares.share(at: own).map { $0 * Self.whole } ?? own }

  /// Share of such readings that lack none: 0.97 on composed headers, but less than a value takes.
  private static let whole = 0.91
}
