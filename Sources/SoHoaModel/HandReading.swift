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
    /// `Số: …` of the stamp "ĐẾN"
    case arrivalNumber
    /// `Ngày: …` of the stamp "ĐẾN": `12/10/2025`
    case arrivalDate
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
  public static let leastProbability = 0.92

  /// What is sure enough to stand in the record: digits, or a date with its year.
  public var answer: Choice? {
    guard form == .digits, let best = choices.first, best.probability >= Self.leastProbability,
      isWhole(best.text)
    else { return nil }
    return best
  }

  private func isWhole(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return false }
    let counts = parts.map(\.count)
    return switch slot {
    case .number, .arrivalNumber: counts.count == 1 && (1...5).contains(counts[0])
    case .day, .month: counts.count == 1 && (1...2).contains(counts[0])
    case .arrivalDate:
      counts.count == 3 && counts.prefix(2).allSatisfy { (1...2).contains($0) } && [2, 4].contains(counts[2])
    }
  }
}
