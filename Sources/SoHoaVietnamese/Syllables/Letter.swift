/// A letter of the Vietnamese alphabet taken apart: base a-z, shape and tone.
public struct Letter: Hashable, Sendable {
  /// Lower-case a-z.
  public var base: Unicode.Scalar
  public var shape: LetterShape
  public var tone: Tone
  public var isUppercase: Bool

  public init(base: Unicode.Scalar, shape: LetterShape, tone: Tone, isUppercase: Bool = false) {
    self.base = base
    self.shape = shape
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// Nil if the scalar is no letter of the alphabet (precomposed, NFC).
  public init?(_ scalar: Unicode.Scalar) {
    guard let letter = LetterTable.shared.letter(scalar.value) else { return nil }
    self = letter
  }

  /// The precomposed scalar; nil for combinations that do not exist (ê with horn).
  public var scalar: Unicode.Scalar? { LetterTable.shared.scalar(self) }

  /// True where the letter carries a tone, a hat, a horn or a stroke.
  public var hasMarks: Bool { shape != .plain || tone != .level }

  /// How many marks it carries, 0...2.
  public var markCount: Int { (shape == .plain ? 0 : 1) + (tone == .level ? 0 : 1) }

  public var isVowel: Bool { "aeiouy".unicodeScalars.contains(base) }
}
