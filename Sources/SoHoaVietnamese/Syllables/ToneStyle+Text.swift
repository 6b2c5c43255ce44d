extension ToneStyle {
  /// The text in NFC with the tone marks of open `oa oe uy` where this style puts them.
  public func placed(_ text: String) -> String {
    String(scalars: TonePlacement.placedAll(text.scalars, self))
  }
}
