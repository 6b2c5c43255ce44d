/// The channel that one would write by hand: letters stay, lose their marks, or get others. To see what
/// learning is worth.
enum TableChannel {
  /// Shares of what a letter is seen as, in parts of a hundred and thirty.
  private static let (kept, stripped, altered) = (100.0, 20.0, 10.0)

  static let changes: [ChannelFile.Row] = Alphabet.shared.scalars.dropFirst().flatMap { lower in
    [lower, Case.upper(lower)].flatMap(changes)
  }

  private static func changes(of value: UInt32) -> [ChannelFile.Row] {
    guard let letter = LetterTable.shared.letter(value) else { return [] }
    let alike = Alphabet.shared.scalars.dropFirst()
      .map { letter.isUppercase ? Case.upper($0) : $0 }
      .filter { LetterTable.shared.letter($0)?.base == letter.base && $0 != value }
    var rows = [row(value, value, kept)]
    for other in alike {
      let isPlain = LetterTable.shared.letter(other)?.hasMarks == false
      rows.append(row(value, other, isPlain ? stripped : altered / Double(alike.count)))
    }
    return rows
  }

  private static func row(_ printed: UInt32, _ observed: UInt32, _ count: Double) -> ChannelFile.Row {
    .init(change: .init(printed: Segment([printed]), observed: Segment([observed])), count: count)
  }
}
