/// How many values were right, by the confidence that the program had in them.
public struct Calibration: Hashable, Codable, Sendable {
  /// Above this a clerk need not look.
  public static let sure = 0.9
  /// Lower ends of the classes, best first.
  static let floors = [0.9, 0.8, 0.6, 0.4, -1]

  /// Values by class, best first.
  public var right = [0, 0, 0, 0, 0]
  public var wrong = [0, 0, 0, 0, 0]
  /// Wrong values of the best class.
  public var surelyWrong: [String] = []

  mutating func count(_ confidence: Double?, isRight: Bool) {
    guard let confidence, let index = Self.floors.firstIndex(where: { confidence > $0 }) else { return }
    if isRight { right[index] += 1 } else { wrong[index] += 1 }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    for index in floors.indices {
      sum.right[index] += right.right[index]
      sum.wrong[index] += right.wrong[index]
    }
    sum.surelyWrong += right.surelyWrong
    return sum
  }
}
