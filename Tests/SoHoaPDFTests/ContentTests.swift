import Foundation
import SoHoaModel
import Testing

@testable import SoHoaPDF

struct ContentTests {
  @Test(
    "content is cut into operations",
    arguments: [
      ("q 1 0 0 1 5 6 cm /Im Do Q", ["q", "cm", "Do", "Q"]),
      ("BT /F 11 Tf (a \\) Tj (b) c) Tj [(x) -20 <41>] TJ ET", ["BT", "Tf", "Tj", "TJ", "ET"]),
      ("BI /W 1 /H 1 ID \u{1} EIx EI Q", ["BI", "Q"]),
      ("/Span << /ActualText (Tj) /L [1 2] >> BDC % Tj\nEMC", ["BDC", "EMC"]),
      ("(open", []), ("] > ) 5 Tr", ["Tr"]), ("", []),
    ])
  func reads(_ content: String, names: [String]) {
    #expect(ContentReader(Data(content.utf8)).map(\.name) == names)
  }

  @Test("what an earlier reading left goes, what is seen stays")
  func removesOldText() async throws {
    let cases = [
      ("BT /F 11 Tf 3 Tr 20 50 Td (unseen) Tj ET", false),
      ("BT /F 11 Tf 0 Tr 20 50 Td (covered) Tj ET q 200 0 0 300 0 0 cm /Im Do Q", false),
      ("q 200 0 0 300 0 0 cm /Im Do Q BT /F 11 Tf 0 Tr 20 50 Td (seen) Tj ET", true),
      ("/Fm Do", false),
    ]
    for (content, isKept) in cases {
      try await SmallFiles.withTarget { target in
        let form = content.hasPrefix("/Fm") ? "/Fm 7 0 R" : ""
        let source = SmallFiles.pdf(
          page: "/MediaBox[0 0 200 300]/Resources<</Font<</F 5 0 R>>/XObject<</Im 6 0 R \(form)>>>>",
          content: content,
          more: Self.resources)
        let page = SmallFiles.page(
          [("mới", BoundingBox(left: 10, top: 10, right: 60, bottom: 20))], width: 200, height: 300)
        _ = try SearchablePDF(.none).write(SmallFiles.file([page]), from: .data(source), to: target)
        #expect(try Tool.complaints(target) == "")
        // What is seen and was read anew is in our words only.
        #expect(try Tool.text(target).split(whereSeparator: \.isWhitespace) == ["mới"], "\(content)")
        #expect(try Tool.objects(target).contains("Times-Roman") == isKept, "\(content)")
      }
    }
  }

  static let resources = [
    "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\n"
      + "endstream",
    "<</Type/XObject/Subtype/Form/BBox[0 0 200 300]/Resources<</Font<</F 5 0 R>>>>/Length 35>>\nstream\n"
      + "BT /F 9 Tf 3 Tr 5 5 Td (deep) Tj ET\nendstream",
  ]

  @Test("pages whose text was trusted are left as they are")
  func keepsDigitalPages() async throws {
    try await SmallFiles.withTarget { target in
      let source = SmallFiles.pdf(
        page: "/MediaBox[0 0 200 300]/Resources<</Font<</F 5 0 R>>>>",
        content: "BT /F 11 Tf 20 50 Td (digital) Tj ET", more: Self.resources)
      let page = SmallFiles.page(
        [("khác", BoundingBox(left: 10, top: 10, right: 60, bottom: 20))], width: 200, height: 300,
        origin: .textLayer)
      _ = try SearchablePDF().write(SmallFiles.file([page]), from: .data(source), to: target)
      #expect(try Tool.text(target).split(whereSeparator: \.isWhitespace) == ["digital"])
    }
  }

  @Test("characters have codes, also beyond the first plane")
  func encodes() {
    var font = GlyphlessFont()
    #expect(font.encode("ệ𝐀ệ") == "<000100020001>")
    #expect(font.characters == ["ệ", "𝐀"])
  }

  @Test("the colour profile is whole, and its primaries make its white")
  func profile() {
    let bytes = RGBProfile.bytes
    let size = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    #expect(size == bytes.count)
    func primary(_ tag: Int) -> [Double] {
      let entry = bytes.dropFirst(132 + 12 * tag)
      let offset = entry.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | Int($1) }
      return (0..<3).map { number in
        Double(bytes.dropFirst(offset + 8 + 4 * number).prefix(4).reduce(0) { $0 << 8 | Int($1) }) / 65_536
      }
    }
    let sum = zip(zip(primary(3), primary(4)), primary(5)).map { $0.0.0 + $0.0.1 + $0.1 }
    for (value, white) in zip(sum, [0.9642, 1, 0.8249]) { #expect(abs(value - white) < 0.0005) }
  }
}
