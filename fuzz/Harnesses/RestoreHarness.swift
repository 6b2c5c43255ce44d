import Foundation

@testable import SoHoaVietnamese

extension Harness {
  /// Restoration of text, old encodings decoded: digits stay, and every token tells where it was and is.
  static let restore = Harness(name: "restore") { data in
    let text = String(decoding: data, as: UTF8.self)
    guard text.unicodeScalars.count <= 20_000 else { return [] }
    var stream = RestorationStream(try restorer.get(), detector: try detector.get(), blockTokens: 64)
    let blocks = stream.add(text) + stream.finish()
    let report = RestorationReport(blocks, encodings: stream.runs)
    var faults = Faults()
    checkSpans(report, of: text, &faults)
    checkDigits(report, of: text, &faults)
    try faults.unlessKept(report)
    return faults.all
  }

  private static let restorer = Result { try Restorer(dictionaries: dictionaries) }

  private static let detector = Result {
    try EncodingDetector(lexicon: restorer.get().lexicon, dictionaries: dictionaries)
  }

  /// A digit may be a damaged letter (`S6` for `Số`); it never becomes another digit, nor does one come from nothing.
  /// What has no letter keeps all of its digits.
  private static func checkDigits(_ report: RestorationReport, of text: String, _ faults: inout Faults) {
    var rest = digits(text)[...]
    for digit in digits(report.text) {
      guard let place = rest.firstIndex(of: digit) else {
        return faults.unless(false, "the digit \(digit) in \(report.text) is not one of \(text)")
      }
      rest = rest[rest.index(after: place)...]
    }
    for token in report.tokens where !token.raw.contains(where: \.isLetter) && token.decision != .joined {
      faults.unless(
        digits(token.restored).hasPrefix(digits(token.raw)), "\(token.raw) became \(token.restored)")
    }
  }

  private static func digits(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { ("0"..."9").contains($0) }))
  }

  /// Between two tokens is white space and nothing else, in what was given and in what came of it.
  private static func checkSpans(_ report: RestorationReport, of text: String, _ faults: inout Faults) {
    let source = Array(text.unicodeScalars)
    let result = Array(report.text.unicodeScalars)
    var (raw, restored) = (0, 0)
    for token in report.tokens {
      guard isOrdered(token.rawSpan, from: raw, to: source.count),
        isOrdered(token.restoredSpan, from: restored, to: result.count)
      else { return faults.unless(false, "spans out of order at \(token.rawSpan) \(token.restoredSpan)") }
      let gap = source[raw..<token.rawSpan[0]]
      faults.unless(gap.allSatisfy(isSpace), "text between tokens at \(raw)")
      faults.unless(
        Array(token.raw.unicodeScalars) == Array(source[range(token.rawSpan)]), "raw span \(token.rawSpan)")
      faults.unless(
        Array(token.restored.unicodeScalars) == Array(result[range(token.restoredSpan)]),
        "restored span \(token.restoredSpan)")
      faults.unless((0...1).contains(token.confidence), "confidence \(token.confidence)")
      (raw, restored) = (token.rawSpan[1], token.restoredSpan[1])
    }
    faults.unless(source[raw...].allSatisfy(isSpace), "text behind the last token")
    faults.unless(result[restored...].allSatisfy(isSpace), "restored text behind the last token")
  }

  private static func isOrdered(_ span: [Int], from start: Int, to end: Int) -> Bool {
    span.count == 2 && start <= span[0] && span[0] <= span[1] && span[1] <= end
  }

  private static func range(_ span: [Int]) -> Range<Int> { span[0]..<span[1] }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    CharacterClass.of(scalar.value) == .space
  }
}
