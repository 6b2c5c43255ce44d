import Foundation
import SoHoaModel

@testable import SoHoaPDF

extension Harness {
  /// Words of any text on boxes of any size, written as the unseen text of a page.
  static let layer = Harness(name: "layer") { data in
    var bytes = Bytes(data)
    let document = try QPDFDocument(emptyPage(&bytes), name: "layer")
    let page = page(&bytes)
    guard let sheet = document.page(1), let box = PageBox(sheet) else { return [] }
    var font = GlyphlessFont()
    guard let content = TextLayer(page, on: box)?.content(&font, resource: "F") else { return [] }
    var faults = Faults()
    let text = String(decoding: content, as: UTF8.self)
    faults.unless(content.allSatisfy { $0 == 10 || (32..<127).contains($0) }, "not printable")
    faults.unless(!text.contains("nan") && !text.contains("inf"), "a number that is none")
    let names = ContentReader(content).map(\.name)
    faults.unless(names.filter { $0 == "BT" }.count == 1 && names.last == "EMC", "operators \(names)")
    faults.unless(names.allSatisfy { known.contains($0) }, "operators \(names)")
    return faults.all
  }

  private static let known: Set<String> = [
    "BDC", "q", "cm", "BT", "Tr", "Tf", "Tm", "Td", "Tz", "Tj", "ET", "Q", "EMC",
  ]

  private static func emptyPage(_ bytes: inout Bytes) -> Data {
    let (width, height) = (bytes.number(), bytes.number())
    let body = """
      1 0 obj
      <</Type/Catalog/Pages 2 0 R>>
      endobj
      2 0 obj
      <</Type/Pages/Kids[3 0 R]/Count 1>>
      endobj
      3 0 obj
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(width) \(height)]/Rotate \(90 * (bytes.byte() % 5))>>
      endobj

      """
    return Data("%PDF-1.7\n\(body)trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n".utf8)
  }

  private static func page(_ bytes: inout Bytes) -> Page {
    let (width, height) = (bytes.number(), bytes.number())
    let rotation = 90 * (bytes.byte() % 4)
    let skew = Double(bytes.byte() - 128) / 16
    var builder = PageBuilder(page: 1)
    while !bytes.isEmpty {
      let words = (0...bytes.byte() % 6).map { _ in PageBuilder.Piece(bytes.text(), box: bytes.box()) }
      builder.addLine(words: words)
      if bytes.byte() % 4 == 0 { builder.endBlock() }
    }
    return Page(
      number: 1, origin: .recognised, width: width, height: height, dpi: 72, rotation: rotation, skew: skew,
      blocks: builder.blocks(stage: "fuzz"))
  }
}

/// Takes values from the bytes that a fuzzer gives; zeros at their end.
struct Bytes {
  private var rest: Data

  init(_ data: Data) { rest = data }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  mutating func number() -> Int { byte() << 8 | byte() }

  mutating func text() -> String {
    let count = byte() % 24
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  /// Also empty ones, but none inside out.
  mutating func box() -> BoundingBox? {
    let kind = byte()
    guard kind != 0 else { return nil }
    let (left, top) = (number(), number())
    return BoundingBox(left: left, top: top, right: left + number(), bottom: top + number())
  }
}
