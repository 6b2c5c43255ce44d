/// How many edits lie between a result and its truth (substitutions, deletions and insertions).
public struct ErrorRate: Hashable, Codable, Sendable {
  public var errors: Int
  /// Units in the truth.
  public var total: Int

  public init(errors: Int, total: Int) {
    self.errors = errors
    self.total = total
  }

  /// Errors per unit of the truth; may exceed 1.
  public var rate: Double { total == 0 ? (errors == 0 ? 0 : 1) : Double(errors) / Double(total) }

  public static func + (left: Self, right: Self) -> Self {
    Self(errors: left.errors + right.errors, total: left.total + right.total)
  }
}

extension TruthText {
  /// Syllable error rate: tokens at white space, aligned over the whole text.
  public func syllableErrors(in result: String, comparison: Comparison) -> ErrorRate {
    let units = comparison.normalise(result).split(separator: " ").map(String.init)
    return align(units) { tokens in tokens.map(comparison.normalise) }
  }

  /// Character error rate; a run of white space counts as one character.
  public func characterErrors(in result: String, comparison: Comparison) -> ErrorRate {
    let units = comparison.normalise(result).map(String.init) + [" "]
    return align(units) { tokens in
      tokens.flatMap { comparison.normalise($0).map(String.init) + [" "] }
    }
  }

  /// Tokens of the truth that the result lacks, wherever they stand: what is left when reading order does
  /// not count. Of a place's readings the one that lacks least is taken.
  public func lostSyllables(in result: String, comparison: Comparison) -> ErrorRate {
    var left: [String: Int] = [:]
    for unit in comparison.normalise(result).split(separator: " ") { left[String(unit), default: 0] += 1 }
    var lost = ErrorRate(errors: 0, total: 0)
    for place in places {
      let readings = place.map { $0.map(comparison.normalise) }
      func lacking(_ reading: [String]) -> Int { reading.count { left[$0, default: 0] == 0 } }
      guard let best = readings.min(by: { lacking($0) < lacking($1) }) else { continue }
      lost = lost + ErrorRate(errors: lacking(best), total: readings[0].count)
      for unit in best where left[unit, default: 0] > 0 { left[unit]! -= 1 }
    }
    return lost
  }

  /// Levenshtein distance between the result and the nearest reading of the truth.
  ///
  /// - Complexity: O(truth × result) time, O(result) memory.
  private func align(_ result: [String], units: ([String]) -> [String]) -> ErrorRate {
    var numbers: [String: Int32] = [:]
    func number(_ unit: String) -> Int32 {
      if let known = numbers[unit] { return known }
      numbers[unit] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    let observed = result.map(number)
    var row = (0...Int32(observed.count)).map { $0 }
    var total = 0
    for place in places {
      let readings = place.map { units($0).map(number) }
      total += readings.first?.count ?? 0
      let ends = readings.map { $0.reduce(row) { Self.step($0, unit: $1, observed: observed) } }
      row = ends.dropFirst().reduce(ends.first ?? row) { zip($0, $1).map(min) }
    }
    return ErrorRate(errors: Int(row.last ?? 0), total: total)
  }

  /// One row of the alignment: `unit` of the truth against every prefix of the result.
  private static func step(_ row: [Int32], unit: Int32, observed: [Int32]) -> [Int32] {
    var next = [Int32](repeating: 0, count: row.count)
    next[0] = row[0] + 1
    for column in observed.indices {
      let substituted = row[column] + (observed[column] == unit ? 0 : 1)
      next[column + 1] = min(substituted, row[column + 1] + 1, next[column] + 1)
    }
    return next
  }
}
