/// Which parts of the restorer are at work; all of them, except to see what each is worth.
public struct RestorerParts: Hashable, Sendable {
  /// Words that the n-gram model looks at: 1, 2 or 3. Shorter ones are cut off from the trigram model.
  public var order = 3
  /// The channel learned from pages; without it, a table in which letters lose or change their marks.
  public var learnedChannel = true
  /// The document itself teaches the channel of ruined text.
  public var adaptation = true
  /// Capitals have their price by word and place.
  public var capitals = true
  /// Abbreviations (UBND, HĐND) are proposed as well as syllables.
  public var abbreviations = true
  /// Other readings of the same ink count where engines give them.
  public var evidence = true
  /// The model of wide context decides what is left open.
  public var context = true

  public init() {}

  /// The rows of the table in docs/restoration.md.
  public static let ablation: [(name: String, parts: RestorerParts)] = [
    ("all of it", RestorerParts()),
    ("without wide context", without { $0.context = false }),
    ("bigrams", without { ($0.order, $0.context) = (2, false) }),
    ("unigrams", without { ($0.order, $0.context) = (1, false) }),
    ("table for a learned channel", without { $0.learnedChannel = false }),
    ("table, no adaptation", without { ($0.learnedChannel, $0.adaptation) = (false, false) }),
    ("without adaptation", without { $0.adaptation = false }),
    ("without prices of capitals", without { $0.capitals = false }),
    ("without other readings", without { $0.evidence = false }),
    ("without abbreviations", without { $0.abbreviations = false }),
  ]

  private static func without(_ change: (inout RestorerParts) -> Void) -> RestorerParts {
    var parts = RestorerParts()
    change(&parts)
    return parts
  }
}
