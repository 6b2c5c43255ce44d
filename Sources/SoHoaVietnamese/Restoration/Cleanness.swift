import Foundation

/// How right a nearly right text is, judged by how much of it a first restoration would change.
///
/// The channel was learned from pages with about one wrong word in sixty. A text in which far fewer
/// words look wrong is cleaner than that, so each change must earn more.
struct Cleanness {
  private var words = 0
  private var changed = 0.0

  private static let usualRate = 0.016
  private static let cleanRate = 0.008
  /// What a change must earn beyond the ratio of the rates: to break what is right is the worse error.
  private static let margin = 4.0
  /// A text is held to be clean until it shows otherwise: as if so many words of it had been seen already,
  /// and so many of them had been changed.
  private static let wordsBefore = 150.0
  private static let changedBefore = 0.4

  init(_ lines: [[RestoredToken]]) {
    for token in lines.lazy.flatMap({ $0 }) where token.text.unicodeScalars.count > 1 {
      words += 1
      if token.decision != .kept { changed += 1 }
    }
  }

  /// What a change costs beside the channel's price (nats); 0 for texts that are not so clean.
  var changePrice: Float {
    guard words > 0 else { return 0 }
    let rate = (changed + Self.changedBefore) / (Double(words) + Self.wordsBefore)
    return rate > Self.cleanRate ? 0 : Float(log(Self.usualRate / rate) + Self.margin)
  }
}
