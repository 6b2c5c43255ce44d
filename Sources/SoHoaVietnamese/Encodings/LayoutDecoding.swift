/// The tokens of a layout in Unicode, and the encoding that each was in.
struct DecodedLayout: Sendable {
  /// As many lines and tokens as the layout has.
  var tokens: [[ObservedToken]]
  /// Lines without any are empty.
  var encodings: [[LegacyEncoding?]]

  func encoding(_ line: Int, _ place: Int) -> LegacyEncoding? {
    encodings[line].isEmpty ? nil : encodings[line][place]
  }
}

extension EncodingDetector {
  /// Segments end at line ends, tabs and wide gaps.
  func decode(_ layout: TextLayout, _ memory: inout Memory) -> DecodedLayout {
    var result = DecodedLayout(tokens: layout.tokens, encodings: layout.tokens.map { _ in [] })
    let places = layout.segments
    let segments = places.map { place in
      Segment(tokens: layout.tokens[place.line][place.tokens].map { $0.text.unicodeScalars.map(\.value) })
    }
    for (place, (segment, decoded)) in zip(places, zip(segments, decode(segments, &memory))) {
      guard let encoding = decoded.encoding else { continue }
      if result.encodings[place.line].isEmpty {
        result.encodings[place.line] = Array(repeating: nil, count: layout.tokens[place.line].count)
      }
      for (index, token) in zip(place.tokens, decoded.tokens) {
        result.encodings[place.line][index] = encoding
        guard token != segment.tokens[index - place.tokens.lowerBound] else { continue }
        result.tokens[place.line][index].text = String(scalars: token)
      }
    }
    return result
  }

  /// A whole text; white space, lines and pages stay.
  public func decode(_ text: String) -> TranscodedText {
    var memory = Memory()
    let layout = TextLayout(text)
    var runs = EncodingRuns()
    let decoded = decode(layout, &memory)
    runs.add(layout, decoded)
    return TranscodedText(text: layout.text(decoded.tokens), runs: runs.runs)
  }
}

extension EncodingDetector {
  /// True where most of the characters above ASCII are in runs of an 8-bit encoding.
  func isLegacy(_ text: String) -> Bool {
    let decoded = decode(text)
    let scalars = text.unicodeScalars.map(\.value)
    let coded = scalars.count { $0 > 0x7F }
    let spans = decoded.runs.filter { LegacyEncoding.eightBit.contains($0.encoding) }.map(\.sourceSpan)
    let inRuns = spans.reduce(0) { $0 + scalars[$1].count { $0 > 0x7F } }
    return inRuns * 2 > coded
  }
}

/// Gathers the runs of a text that comes in blocks.
struct EncodingRuns: Sendable {
  /// Runs that are remembered; a text with more is not one that a person reads.
  static let most = 1000

  private(set) var runs: [TranscodedText.Run] = []
  /// Where the next block begins, in scalars before and after decoding, and in lines.
  private var source = 0
  private var target = 0
  private var line = 1
  /// True while the last token was in the encoding of the last run.
  private var isOpen = false

  mutating func add(_ layout: TextLayout, _ decoded: DecodedLayout) {
    for row in layout.tokens.indices {
      for place in layout.tokens[row].indices {
        let gap = layout.space(row, place).unicodeScalars.count
        let before = layout.tokens[row][place].text.unicodeScalars.count
        let after = decoded.tokens[row][place].text.unicodeScalars.count
        (source, target) = (source + gap, target + gap)
        note(decoded.encoding(row, place), before, after)
        (source, target) = (source + before, target + after)
      }
      let tail = layout.tail(row)
      (source, target) = (source + tail.unicodeScalars.count, target + tail.unicodeScalars.count)
      if tail.unicodeScalars.last == "\n" { line += 1 }
    }
  }

  private mutating func note(_ encoding: LegacyEncoding?, _ before: Int, _ after: Int) {
    guard let encoding else {
      isOpen = false
      return
    }
    if isOpen, let last = runs.last, last.encoding == encoding {
      runs[runs.count - 1].lines = last.lines.lowerBound...line
      runs[runs.count - 1].sourceSpan = last.sourceSpan.lowerBound..<source + before
      runs[runs.count - 1].span = last.span.lowerBound..<target + after
    } else {
      isOpen = runs.count < Self.most
      if !isOpen { return }
      runs.append(
        .init(
          encoding: encoding, lines: line...line, sourceSpan: source..<source + before,
          span: target..<target + after))
    }
  }
}
