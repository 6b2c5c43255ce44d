import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct PhraseTests {
  @Test(
    "folds letters, drops marks and signs",
    arguments: [
      ("Độc lập - Tự do", "doclaptudo"), ("UỶ BAN", "uyban"), ("Ðắk Lắk 12", "daklak12"), ("—…", ""),
    ])
  func folds(_ text: String, to expected: String) {
    #expect(Folding.folded(text) == expected)
  }

  @Test(
    "finds a phrase in damaged words",
    arguments: [
      ("CONG HOA XA HQI CHU NGHIA VIET NAM", 0..<8),
      ("UBND THANH PHO HAIPHONG ~ CONG HOA XA HQI CHU NGHIA VIET NAM", 5..<13),
      ("CỘNGHÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM", 0..<6),
    ])
  func finds(_ text: String, at words: Range<Int>) {
    let folded = FoldedText(text.split(separator: " ").map(String.init))
    #expect(Phrase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").find(in: folded)?.words == words)
  }

  @Test(
    "does not find what is not there",
    arguments: [
      "Căn cứ Hiến pháp nước Cộng hòa", "ỦY BAN NHÂN DÂN TỈNH", "", "VIỆT NAM",
    ])
  func rejects(_ text: String) {
    let folded = FoldedText(text.split(separator: " ").map(String.init))
    #expect(Phrase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").find(in: folded) == nil)
  }

  @Test("distance is symmetric and bounded by the limit", arguments: 0..<50)
  func distances(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let left = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      UInt8.random(in: 97...100, using: &random)
    }
    let right = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      UInt8.random(in: 97...100, using: &random)
    }
    let forth = Approximate.distance(left[...], right[...], limit: 20)
    #expect(forth == Approximate.distance(right[...], left[...], limit: 20))
    #expect(forth! <= max(left.count, right.count))
    #expect((forth == 0) == (left == right))
    let limited = Approximate.distance(left[...], right[...], limit: 3)
    #expect(limited == (forth! <= 3 ? forth : nil))
  }
}

/// A small random generator with a seed (SplitMix64), so that failures can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
