/// How many values were right, by the confidence that the program had in them.
public struct Calibration: Hashable, Codable, Sendable {
  /// Above this a clerk need not look.
  public static let sure = 0.9
  /// Lower ends of the classes, best first.
  static let floors = [0.9, 0.8, 0.6, 0.4, -1]

  /// A value that was judged.
  public struct Judged: Hashable, Sendable {
    public var rule: String
    public var confidence: Double
    public var isRight: Bool
  }

  /// Values by class, best first.
  public var right = [0, 0, 0, 0, 0]
  public var wrong = [0, 0, 0, 0, 0]
  /// Wrong values of the best class.
  public var surelyWrong: [String] = []
  /// One by one; not written.
  public var judged: [Judged] = []

  enum CodingKeys: CodingKey { case right, wrong, surelyWrong }

  mutating func count(_ fact: FactSheet.Fact, isRight: Bool) {
    guard let confidence = fact.confidence, let index = Self.floors.firstIndex(where: { confidence > $0 })
    else { return }
    if let rule = fact.rule { judged.append(Judged(rule: rule, confidence: confidence, isRight: isRight)) }
    if isRight { right[index] += 1 } else { wrong[index] += 1 }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    for index in floors.indices {
      sum.right[index] += right.right[index]
      sum.wrong[index] += right.wrong[index]
    }
    sum.surelyWrong += right.surelyWrong
    sum.judged += right.judged
    return sum
  }
}
