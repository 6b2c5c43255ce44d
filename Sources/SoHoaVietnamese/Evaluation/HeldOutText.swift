/// Evaluation pairs made from corpus documents that training left out.
public enum HeldOutText {
  /// `line` without marks, as typed on a plain keyboard.
  public static func unmarked(_ line: String) -> String {
    String(scalars: line.scalars.map(plain))
  }

  private static func plain(_ value: UInt32) -> UInt32 {
    guard var letter = LetterTable.shared.letter(value) else { return value }
    letter.shape = .plain
    letter.tone = .level
    return letter.scalar?.value ?? value
  }
}
