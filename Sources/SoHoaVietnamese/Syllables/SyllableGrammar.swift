/// Which parts a syllable may have.
enum SyllableGrammar {
  typealias Parts = (onset: String, glide: String, nucleus: String, coda: String)

  /// Longest first.
  static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
    "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
  ]
  static let nuclei: Set<String> = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "iê", "ya", "yê", "ua", "uô", "ưa",
    "ươ", "oo", "ôô",
  ]
  static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "y", "o", "u"]
  static let stops: Set<String> = ["c", "ch", "p", "t"]
  static let closedOnly: Set<String> = ["ă", "â", "iê", "yê", "uô", "ươ", "oo", "ôô"]
  static let openOnly: Set<String> = ["ia", "ya", "ua", "ưa"]

  /// Which nuclei go before a coda that is a vowel.
  static let glideCodas: [String: Set<String>] = [
    "i": ["a", "o", "ô", "ơ", "u", "ư", "uô", "ươ"], "y": ["a", "â"], "o": ["a", "e"],
    "u": ["a", "â", "e", "ê", "i", "y", "ư", "iê", "yê", "ươ"],
  ]

  static func allows(tone: Tone, coda: String) -> Bool {
    !stops.contains(coda) || tone == .acute || tone == .dot
  }

  /// The parts of a lower-case syllable without tone; the longest onset that works wins.
  static func split(_ letters: String) -> Parts? {
    for onset in onsets where letters.hasPrefix(onset) {
      let rest = String(letters.dropFirst(onset.count))
      if let rhyme = rhyme(rest, onset: onset) { return (onset, rhyme.0, rhyme.1, rhyme.2) }
    }
    // gi + n, gi + êng are written with one i: the i is the nucleus's as well.
    if letters.hasPrefix("gi"), let rhyme = rhyme(String(letters.dropFirst()), onset: "gi") {
      return ("g", rhyme.0, rhyme.1, rhyme.2)
    }
    return nil
  }

  private static func rhyme(_ text: String, onset: String) -> (String, String, String)? {
    let glides = onset == "q" ? ["u"] : ["", "o", "u"]
    for glide in glides where text.hasPrefix(glide) {
      let body = text.dropFirst(glide.count)
      for length in [3, 2, 1] where length <= body.count {
        let nucleus = String(body.prefix(length))
        let coda = String(body.dropFirst(length))
        if fits(onset: onset, glide: glide, nucleus: nucleus, coda: coda) { return (glide, nucleus, coda) }
      }
    }
    return nil
  }

  private static func fits(onset: String, glide: String, nucleus: String, coda: String) -> Bool {
    guard nuclei.contains(nucleus), codas.contains(coda) else { return false }
    if coda.isEmpty ? closedOnly.contains(nucleus) : openOnly.contains(nucleus) { return false }
    if ["ch", "nh"].contains(coda), !["a", "ê", "i", "y"].contains(nucleus) { return false }
    if let nuclei = glideCodas[coda], !nuclei.contains(nucleus) { return false }
    let front = ["e", "ê", "i", "y", "ia", "iê", "yê", "ya"].contains(nucleus)
    if glide.isEmpty {
      if ["k", "gh", "ngh"].contains(onset), !front { return false }
      if ["c", "g", "ng"].contains(onset), front, onset != "g" || nucleus.first != "i" { return false }
      return nucleus != "ya"
    }
    return glideFits(glide, nucleus: nucleus) || onset == "q" && nucleus == "ô"
  }

  private static func glideFits(_ glide: String, nucleus: String) -> Bool {
    glide == "o"
      ? ["a", "ă", "e"].contains(nucleus)
      : ["a", "ă", "â", "e", "ê", "i", "o", "ơ", "y", "yê", "ya", "ia", "iê"].contains(nucleus)
  }
}
