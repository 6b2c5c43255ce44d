/// What the names of fonts add: segments in a font of an encoding are in that encoding if their words, taken
/// together, are the better for it.
struct FontVerdict {
  private let segments: [EncodingDetector.Segment]
  /// Encodings, as places, that their fonts' texts agree with.
  private var agreed: Set<Int> = []
  private let encodings: [LegacyEncoding]

  private static let leastKnown = 0.6

  init(_ segments: [EncodingDetector.Segment], _ found: [SegmentEvidence], _ encodings: [LegacyEncoding]) {
    self.segments = segments
    self.encodings = encodings
    for (place, encoding) in encodings.enumerated() {
      let own = segments.indices.filter { segments[$0].hint?.encoding == encoding }
      let gain = own.reduce(Float(0)) { $0 + found[$1].gains[place] }
      let changed = own.reduce(0) { $0 + found[$1].changed[place] }
      let known = own.reduce(0) { $0 + found[$1].known[place] }
      if changed > 0, gain > 0, Double(known) >= Self.leastKnown * Double(changed) { agreed.insert(place) }
    }
  }

  func apply(to chosen: inout [Int?]) {
    for (index, segment) in segments.enumerated() {
      guard let hint = segment.hint, let place = encodings.firstIndex(of: hint.encoding) else { continue }
      if agreed.contains(place) { chosen[index] = place }
    }
  }
}
