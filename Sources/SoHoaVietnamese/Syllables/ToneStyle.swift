/// Where the tone mark of an open `oa oe uy` stands: hòa, khỏe, thủy (old) or hoà, khoẻ, thuỷ (new).
public enum ToneStyle: String, Codable, Sendable {
  case old, new

  /// The style that a text shows; nil where it has no such syllable, or as many of each.
  public static func detected(in text: String) -> ToneStyle? {
    var balance = 0
    text.enumerateWords { word in
      guard let style = TonePlacement.style(of: word) else { return }
      balance += style == .old ? 1 : -1
    }
    return balance == 0 ? nil : balance > 0 ? .old : .new
  }
}
