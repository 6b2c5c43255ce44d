/// The six tones (thanh điệu), in the order of the dictionaries.
public enum Tone: UInt8, CaseIterable, Codable, Sendable {
  /// ngang (no mark), huyền (grave), sắc (acute), hỏi (hook above), ngã (tilde), nặng (dot below).
  case level, grave, acute, hook, tilde, dot
}

/// What changes a base letter into another letter of the alphabet: ă, â ê ô, ơ ư, đ.
public enum LetterShape: UInt8, CaseIterable, Codable, Sendable {
  case plain, breve, circumflex, horn, stroke
}
