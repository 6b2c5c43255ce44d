import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Text")
struct TextTests {
  @Test(
    "keeps its layout",
    arguments: [
      "", "\n", "  a  b \n\n\u{C}c\r\n d", "\ta\u{A0}b\n", "một  hai\n   \nba",
    ])
  func layout(_ text: String) {
    let layout = TextLayout(text)
    let kept = layout.tokens.map {
      $0.map { RestoredToken(text: $0.text, confidence: 1, decision: .kept, source: "keep") }
    }
    #expect(layout.text(kept) == text)
  }

  @Test("is decoded by its look")
  func decoding() throws {
    #expect(try TextDecoding(Data("\u{FEFF}Số 5".utf8)).text == "Số 5")
    #expect(try TextDecoding(Data([0xFF, 0xFE, 0x53, 0x00, 0xD1, 0x1E])).text == "S\u{1ED1}")
    #expect(try TextDecoding(Data([0xFE, 0xFF, 0x1E, 0xD1])).text == "ố")
    let broken = try TextDecoding(Data([0x61, 0xC3, 0x28, 0xFF, 0x62]))
    #expect(broken.replaced == [1, 3])
    #expect(broken.text == "a\u{FFFD}(\u{FFFD}b")
    #expect(throws: TextDecoding.Failure.binary(offset: 4)) { try TextDecoding(Data("%PDF\0\u{1}".utf8)) }
    #expect(throws: TextDecoding.Failure.brokenUTF16) { try TextDecoding(Data([0xFF, 0xFE, 0x53])) }
  }

  @Test(
    "pieces are words, numbers and marks",
    arguments: [
      ("57-NQ/TW,", ["57", "-", "NQ", "/", "TW", ","]), ("1.250.000đ", ["1.250.000", "đ"]),
      ("s6:", ["s", "6", ":"]), ("(3,5%).", ["(", "3,5", "%", ")", "."]),
    ])
  func pieces(_ row: (String, [String])) {
    let text = row.0.scalars
    #expect(PieceScanner.pieces(text).map { String(scalars: text[$0.start..<$0.end]) } == row.1)
  }

  @Test("a report places every token in both texts")
  func report() throws {
    let layout = TextLayout("Ke  hoach\n\n so 5/KH-UBND\n")
    let restored = try Shared.restorer.get().restore(layout.tokens)
    let report = RestorationReport(layout: layout, restored: restored, kind: .unmarked)
    let raw = Array("Ke  hoach\n\n so 5/KH-UBND\n".unicodeScalars)
    let mended = Array(report.text.unicodeScalars)
    #expect(report.tokens.count == 4)
    for token in report.tokens {
      #expect(String(String.UnicodeScalarView(raw[token.rawSpan[0]..<token.rawSpan[1]])) == token.raw)
      #expect(
        String(String.UnicodeScalarView(mended[token.restoredSpan[0]..<token.restoredSpan[1]]))
          == token.restored)
    }
  }
}
