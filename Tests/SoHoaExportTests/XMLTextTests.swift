import Foundation
import Testing

@testable import SoHoaExport

@Suite struct XMLTextTests {
  @Test(
    "text as XML takes it",
    arguments: [
      ("Số: 16/KH-SYT", "Số: 16/KH-SYT"), ("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;"),
      ("\u{0}a\u{8}b\u{1F}c\u{B}", "abc"), ("một\thai\nba\r", "một&#9;hai&#10;ba&#13;"),
      ("a\u{FFFE}b\u{FFFF}c\u{FFFD}d", "abc\u{FFFD}d"), ("ﬀ đ 😀", "ﬀ đ 😀"), ("", ""),
    ])
  func escapes(_ text: String, _ xml: String) {
    var bytes: [UInt8] = []
    XMLText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == xml)
  }

  @Test("every character comes back, but those that XML has no place for")
  func comesBack() throws {
    let text = String(String.UnicodeScalarView((0...0xFFFF).compactMap(Unicode.Scalar.init)))
    var xml = XMLWriter()
    xml.element("a", [("b", text), ("c", nil)]) { $0.text(text) }
    let parsed = try ParsedXML(Data(xml.bytes)).elements("a")[0]
    let kept = text.unicodeScalars.filter { scalar in
      (scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value)) && scalar.value < 0xFFFE
    }
    #expect(Array(parsed.text.unicodeScalars) == Array(kept))
    #expect(Array(parsed["b"]!.unicodeScalars) == Array(kept))
    #expect(parsed["c"] == nil)
  }
}
