/// How right restored text is against the printed text, token by token.
public struct RestorationScore: Sendable {
  /// Printed tokens that are judged (marks of doubt are not).
  public private(set) var tokens = 0
  public private(set) var wrongBefore = 0
  public private(set) var wrongAfter = 0
  /// Right tokens that were made wrong.
  public private(set) var broken = 0
  /// Numbers, dates and other tokens with digits and no letters that were read right and then changed.
  public private(set) var digitsAltered = 0
  /// Per tenth of confidence: tokens, sum of confidence, right ones.
  public private(set) var bins = [Bin](repeating: Bin(), count: 10)
  /// What went wrong, and how often.
  public private(set) var confusions: [Confusion: Int] = [:]

  public struct Bin: Hashable, Sendable {
    public var tokens = 0
    public var confidence = 0.0
    public var right = 0
  }

  public struct Confusion: Hashable, Sendable {
    public var observed: String
    public var printed: String
    public var restored: String
  }

  public init() {}

  /// Expected calibration error: how far confidence is from the share of right tokens.
  public var calibrationError: Double {
    let total = Double(max(bins.reduce(0) { $0 + $1.tokens }, 1))
    return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / total
  }

  /// - Parameter printed: the truth, with `Witness.doubt` for words that are not known.
  public mutating func add(observed: [ObservedToken], restored: [RestoredToken], printed: String) {
    let truth = printed.scalars.split { CharacterClass.of($0) == .space }.map(Array.init)
    let matches = Self.matches(observed.map { $0.text.scalars }, truth)
    var place = 0
    for match in matches {
      let range = place..<place + match.observed.count
      place = range.upperBound
      judge(match, restored[range])
    }
  }

  /// Words that differ in marks and case only stand for one another; other lines are aligned.
  private static func matches(_ observed: [Scalars], _ truth: [Scalars]) -> [LineAlignment.Match] {
    let isPlain = observed.count == truth.count && zip(observed, truth).allSatisfy(equalsButForMarks)
    guard isPlain else { return LineAlignment.matches(observed, truth) }
    return zip(observed, truth).map { .init(observed: [$0], printed: [$1]) }
  }

  private static func equalsButForMarks(_ one: Scalars, _ other: Scalars) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { CandidateSource.folded($0) == CandidateSource.folded($1) }
  }

  private mutating func judge(_ match: LineAlignment.Match, _ restored: ArraySlice<RestoredToken>) {
    let doubt = Witness.doubt.scalars
    guard !match.printed.isEmpty, !match.printed.contains(doubt) else { return }
    let printed = Self.comparable(match.printed.joined(separator: [0x20]))
    let before = Self.comparable(match.observed.joined(separator: [0x20]))
    let texts = restored.map { $0.text.scalars }.filter { !$0.isEmpty }
    let after = Self.comparable(texts.joined(separator: [0x20]))
    tokens += match.printed.count
    wrongBefore += before == printed ? 0 : match.printed.count
    wrongAfter += after == printed ? 0 : match.printed.count
    if before == printed, after != printed { broken += match.printed.count }
    if before == printed, after != printed, isNumber(printed) { digitsAltered += 1 }
    record(restored, isRight: after == printed)
    if after != printed {
      let confusion = Confusion(
        observed: String(scalars: before), printed: String(scalars: printed), restored: String(scalars: after)
      )
      confusions[confusion, default: 0] += 1
    }
  }

  private mutating func record(_ restored: ArraySlice<RestoredToken>, isRight: Bool) {
    guard restored.count == 1, let token = restored.first else { return }
    let bin = min(9, max(0, Int(token.confidence * 10)))
    bins[bin].tokens += 1
    bins[bin].confidence += token.confidence
    bins[bin].right += isRight ? 1 : 0
  }

  private func isNumber(_ text: Scalars) -> Bool {
    let classes = text.map(CharacterClass.of)
    return classes.contains(.digit) && !classes.contains(.letter)
  }

  /// NFC, tone placement and the many dashes and quotes taken as one.
  static func comparable(_ text: some Sequence<UInt32>) -> Scalars {
    TonePlacement.placedAll(text.map(ModelForm.mark), .old)
  }
}
