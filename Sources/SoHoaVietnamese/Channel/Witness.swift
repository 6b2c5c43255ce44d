/// Two readings of one line by engines that are nearly right: where they agree, they tell the truth.
public enum Witness {
  /// Stands for a word that the witness does not confirm.
  public static let doubt = "\u{25AF}"

  /// `printed` with a mark of doubt in place of each word that `witness` reads in another way.
  public static func confirmed(_ printed: String, by witness: String) -> String {
    let words = split(printed)
    var confirmed: [String] = []
    for match in LineAlignment.matches(split(witness), words) {
      let same = match.observed.count == 1 && match.printed.count == 1 && match.observed == match.printed
      confirmed += match.printed.map { same ? String(scalars: $0) : doubt }
    }
    return confirmed.joined(separator: " ")
  }

  private static func split(_ line: String) -> [Scalars] {
    line.scalars.split { CharacterClass.of($0) == .space }.map(Array.init)
  }
}
