import Foundation

/// What was read of a piece of handwriting in a blank of the form.
public struct HandReading: Hashable, Codable, Sendable {
  /// Which blank it fills.
  public enum Slot: String, Hashable, Codable, Sendable, CaseIterable {
    /// `Số: …/KH-SYT`
    case number
    /// `ngày … tháng`
    case day
    /// `tháng … năm`
    case month
  }

  /// What kind of writing it is.
  public enum Form: String, Hashable, Codable, Sendable, CaseIterable {
    case digits
    /// A scribble, a signature, digits that were struck out or written over: nothing to read.
    case illegible
  }

  /// A text that it may be. A letter behind digits is `?`: no letters are told apart.
  public struct Choice: Hashable, Codable, Sendable {
    public var text: String
    /// 0...1, kept to three digits.
    public var probability: Double

    public init(text: String, probability: Double) {
      self.text = text
      self.probability = probability.toThreeDigits
    }
  }

  public var slot: Slot
  public var form: Form
  /// Best first; empty where there is nothing to read.
  public var choices: [Choice]
  /// The blank with what stands beside it, as a JPEG for a person to compare; null where none was kept.
  public var picture: Data?

  public init(slot: Slot, form: Form, choices: [Choice], picture: Data? = nil) {
    self.slot = slot
    self.form = form
    self.choices = choices
    self.picture = picture
  }

  /// Readings below this are proposals only: learned, see docs/handwriting.md.
  public static let leastProbability = 0.97

  private var mostDigits: Int { slot == .number ? 5 : 2 }

  /// Digits that are sure enough to stand in the record.
  public var answer: Choice? {
    guard form == .digits, let best = choices.first, best.probability >= Self.leastProbability,
      (1...mostDigits).contains(best.text.count), best.text.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return best
  }
}
