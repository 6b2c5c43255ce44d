import Foundation

/// A Vietnamese syllable (tiếng) taken apart: onset, glide, nucleus, coda and tone.
///
/// "nguyễn" is ng + u + yê + n, ngã. The parts hold no tone marks. Source of the grammar: the
/// orthography of the alphabet as used in acts (k, gh, ngh before e ê i y; stop codas take sắc or nặng).
public struct Syllable: Hashable, Sendable {
  public var onset: String
  public var glide: String
  public var nucleus: String
  public var coda: String
  public var tone: Tone

  /// Nil where the text is no well-formed syllable. Case is ignored; either tone placement is read.
  public init?(_ text: String) {
    guard let (letters, tone) = Self.toneless(text) else { return nil }
    guard let parts = SyllableGrammar.split(letters) else { return nil }
    guard SyllableGrammar.allows(tone: tone, coda: parts.coda) else { return nil }
    (onset, glide, nucleus, coda) = parts
    self.tone = tone
  }

  /// Lower-case, NFC.
  public func text(_ style: ToneStyle = .old) -> String {
    var letters = Array((onset + glide + nucleus + coda).unicodeScalars)
    let place = onset.unicodeScalars.count + tonePlace(style)
    guard tone != .level, place < letters.count, var letter = Letter(letters[place]) else {
      return onset + glide + nucleus + coda
    }
    letter.tone = tone
    letters[place] = letter.scalar ?? letters[place]
    return String(String.UnicodeScalarView(letters))
  }

  /// Which letter after the onset carries the tone.
  private func tonePlace(_ style: ToneStyle) -> Int {
    let glideLength = glide.unicodeScalars.count
    let nucleusLength = nucleus.unicodeScalars.count
    if nucleusLength == 1 {
      let open = coda.isEmpty && glideLength == 1 && style == .old && onset != "q"
      return open && "aey".contains(nucleus) ? 0 : glideLength
    }
    let first = ["ia", "ua", "ưa"].contains(nucleus)
    return glideLength + (first ? 0 : 1)
  }

  /// The letters in lower case without tone, and the tone; nil with two tones or foreign letters.
  private static func toneless(_ text: String) -> (String, Tone)? {
    var tone = Tone.level
    var letters = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      guard var letter = Letter(scalar) else { return nil }
      if letter.tone != .level {
        guard tone == .level else { return nil }
        tone = letter.tone
        letter.tone = .level
      }
      letters.append(letter.scalar ?? scalar)
    }
    return (String(letters), tone)
  }
}
