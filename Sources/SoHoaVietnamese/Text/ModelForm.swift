/// How a piece of text is written in the language model: words in lower case with the tone in its old
/// place, all quotes one, all dashes one.
enum ModelForm {
  static func word(_ piece: some Sequence<UInt32>) -> Scalars {
    TonePlacement.placed(piece.map(Case.lower), .old)
  }

  static func mark(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: 0x22
    case 0x2018, 0x2019, 0x60, 0xB4: 0x27
    case 0x2010...0x2015, 0x2212, 0xAD: 0x2D
    case 0x2026: 0x2E
    default: value
    }
  }
}
