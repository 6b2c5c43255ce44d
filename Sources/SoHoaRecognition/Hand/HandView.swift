import SoHoaModel

/// One look at a blank: where its picture is taken and at what size. Several that differ a little are worth more than
/// one: what they do not agree on is not sure.
struct HandView: Sendable {
  /// Times the size of print; a larger one shows the hand smaller.
  let em: Double
  /// Lower or farther left, in ems.
  let down, before: Double

  /// The first tells whether there is a hand at all, and where.
  static let all = [
    HandView(em: 1, down: 0, before: 0.7), HandView(em: 1.07, down: 0.03, before: 0.75),
    HandView(em: 0.94, down: -0.03, before: 0.62),
  ]

  func strip(of blank: FormBlank, in picture: Raster) -> HandStrip? {
    let size = blank.type.em * em
    let start = blank.left - before * blank.type.em
    return HandStrip(
      picture, left: start, right: min(blank.right + blank.after * blank.type.em, start + 9 * size),
      base: blank.type.base + down * blank.type.em, em: size)
  }
}
