/// What is to be made of the resolution that a file claims.
enum Resolution {
  /// Screen defaults (72, 96) and absurd values say nothing about paper.
  ///
  /// - Returns: 0 where the claim is worth nothing.
  static func plausible(_ dpi: Int) -> Int {
    (100...1200).contains(dpi) ? dpi : 0
  }
}
