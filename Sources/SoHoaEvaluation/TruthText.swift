/// A typed truth in which `{a|b}` stands where either reading is right.
///
/// Kept as a row of places, each with one or more right readings.
public struct TruthText: Hashable, Sendable {
  /// A place's readings; each is the tokens that may stand there.
  let places: [[[String]]]

  /// - Parameter text: braces do not nest; at most 32 combinations of one run of text are kept.
  public init(_ text: String) {
    places = Self.runs(of: text).map { run in
      Self.readings(of: run).map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
  }

  /// A text without alternatives.
  public init(verbatim text: String) {
    places = text.split(whereSeparator: \.isWhitespace).map { [[String($0)]] }
  }

  /// The first reading of every place.
  public var firstReading: String {
    places.flatMap { $0.first ?? [] }.joined(separator: " ")
  }

  /// Splits at white space outside of braces.
  private static func runs(of text: String) -> [String] {
    var runs: [String] = []
    var run = ""
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character.isWhitespace && depth <= 0 {
        if !run.isEmpty { runs.append(run) }
        run = ""
      } else {
        run.append(character)
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  private static func readings(of run: String) -> [String] {
    guard let open = run.firstIndex(of: "{"), let close = run[open...].firstIndex(of: "}") else {
      return [run]
    }
    let tails = readings(of: String(run[run.index(after: close)...]))
    let choices = run[run.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    let all = choices.flatMap { choice in tails.map { run[..<open] + choice + $0 } }
    return all.prefix(32).map { String($0) }
  }
}
