/// A part of a text, restored.
public struct RestoredBlock: Sendable {
  /// How the text up to here looks.
  public let kind: ChannelKind
  /// True where the block is in another language, and was left alone.
  public let isForeign: Bool
  let layout: TextLayout
  let decoded: DecodedLayout
  let restored: [[RestoredToken]]
  let place: Place

  /// A place in a text before and after restoration.
  struct Place: Hashable, Sendable {
    /// From 1.
    var line = 1
    /// In Unicode scalars from the begin of the text.
    var raw = 0
    var restored = 0
  }

  /// Line of the text in which the block begins, from 1.
  public var firstLine: Int { place.line }

  /// The restored text of the block, with all its white space.
  public var text: String { layout.text(restored) }

  /// Each token with its provenance and its place in the whole text.
  public var tokens: [RestorationReport.Token] {
    var tokens: [RestorationReport.Token] = []
    var place = place
    for line in restored.indices {
      for index in restored[line].indices {
        tokens.append(report(line, index, from: start(line, index, &place), to: passed(line, index, &place)))
      }
      passTail(line, &place)
    }
    return tokens
  }

  /// Where the next block begins.
  var end: Place {
    var place = place
    for line in restored.indices {
      for index in restored[line].indices {
        _ = start(line, index, &place)
        _ = passed(line, index, &place)
      }
      passTail(line, &place)
    }
    return place
  }

  /// Passes the white space before a token.
  private func start(_ line: Int, _ index: Int, _ place: inout Place) -> Place {
    let gap = layout.space(line, index).unicodeScalars.count
    place.raw += gap
    if restored[line][index].decision != .joined { place.restored += gap }
    return place
  }

  private func passed(_ line: Int, _ index: Int, _ place: inout Place) -> Place {
    place.raw += layout.tokens[line][index].text.unicodeScalars.count
    place.restored += restored[line][index].text.unicodeScalars.count
    return place
  }

  private func passTail(_ line: Int, _ place: inout Place) {
    let tail = layout.tail(line).unicodeScalars
    place.raw += tail.count
    place.restored += tail.count
    if tail.last == "\n" { place.line += 1 }
  }

  private func report(_ line: Int, _ index: Int, from start: Place, to end: Place) -> RestorationReport.Token
  {
    let token = restored[line][index]
    return RestorationReport.Token(
      line: start.line, raw: layout.tokens[line][index].text, restored: token.text,
      confidence: Self.rounded(token.confidence), decision: token.decision, source: token.source,
      candidates: token.candidates.map { .init(text: $0.text, confidence: Self.rounded($0.confidence)) },
      rawSpan: [start.raw, end.raw], restoredSpan: [start.restored, end.restored],
      encoding: decoded.encoding(line, index))
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
