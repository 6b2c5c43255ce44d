/// Shares of what was right by a score, learned from counts and evened out so that they never fall where the score
/// rises.
public struct RisingShares: Hashable, Sendable {
  /// What was counted from one score up to the next.
  public struct Step: Hashable, Sendable {
    public var from: Double
    public var count: Int
    public var right: Int

    public init(from: Double, count: Int, right: Int) {
      self.from = from
      self.count = count
      self.right = right
    }
  }

  /// Ascending.
  private let starts: [Double]
  private let shares: [Double]

  /// - Parameters:
  ///   - steps: in any order.
  ///   - share: of a step, or of several taken as one: 0...1.
  public init(_ steps: [Step], share: (Step) -> Double) {
    let steps = steps.sorted { $0.from < $1.from }
    starts = steps.map(\.from)
    shares = Self.rising(steps, share)
  }

  /// Nil without steps; below the first step its share.
  public func share(at score: Double) -> Double? {
    (starts.lastIndex { $0 <= score } ?? starts.indices.first).map { shares[$0] }
  }

  /// Neighbours that are out of order are taken as one (pool adjacent violators).
  private static func rising(_ steps: [Step], _ share: (Step) -> Double) -> [Double] {
    var pools: [(step: Step, length: Int)] = []
    for step in steps {
      pools.append((step, 1))
      while let last = pools.last, let before = pools.dropLast().last, share(before.step) > share(last.step) {
        pools.removeLast(2)
        let both = Step(
          from: before.step.from, count: before.step.count + last.step.count,
          right: before.step.right + last.step.right)
        pools.append((both, before.length + last.length))
      }
    }
    return pools.flatMap { Array(repeating: share($0.step), count: $0.length) }
  }
}
