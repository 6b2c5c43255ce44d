import Foundation

@testable import SoHoaImaging
@testable import SoHoaPDF

extension Harness {
  /// Content streams of pages, by both readers that we have: that of acquisition and that of the text layer.
  static let content = Harness(name: "content") { data in
    var faults = Faults()
    var end = 0
    for operation in ContentReader(data) {
      faults.unless(operation.range.lowerBound >= end, "an operation before the end of the last")
      faults.unless(operation.range.upperBound <= data.count, "an operation beyond the end")
      end = operation.range.upperBound
    }
    let count = data.withUnsafeBytes { tokens($0.bindMemory(to: UInt8.self)) }
    faults.unless(count <= data.count, "more tokens than bytes")
    checkDrawing(data, &faults)
    return faults.all
  }

  /// The content as that of a page which has a form and a picture to show.
  private static func checkDrawing(_ content: Data, _ faults: inout Faults) {
    guard let bytes = try? FileBytes(page(content), name: "content", limits: Limits()),
      let objects = PDFObjects(bytes, pageCount: 1)
    else { return }
    withExtendedLifetime(objects) {
      guard let page = objects.page(1), let drawing = try? PDFContentWalker.walk(page) else { return }
      let shares = drawing.pictures.map { drawing.share($0.area) }
      faults.unless(shares.allSatisfy { (0...1.001).contains($0) }, "a picture takes \(shares) of the page")
      faults.unless(
        drawing.pictures.allSatisfy { $0.dpi >= 0 && $0.width >= 0 }, "a picture less than nothing")
    }
  }

  private static func page(_ content: Data) -> Data {
    let head = """
      %PDF-1.7
      1 0 obj
      <</Type/Catalog/Pages 2 0 R>>
      endobj
      2 0 obj
      <</Type/Pages/Kids[3 0 R]/Count 1>>
      endobj
      3 0 obj
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</XObject<</Im 4 0 R/Fm 5 0 R>>>>>>
      endobj
      4 0 obj
      <</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>
      stream
      x
      endstream
      endobj
      5 0 obj
      <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm 5 0 R/Im 4 0 R>>>>/Length 14>>
      stream
      /Fm Do /Im Do 
      endstream
      endobj
      6 0 obj
      <</Length \(content.count)>>
      stream

      """
    return Data(head.utf8) + content
      + Data("\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 7>>\n%%EOF\n".utf8)
  }

  private static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (lexer, count) = (PDFContentLexer(bytes), 0)
    while let token = lexer.next(), count <= bytes.count {
      count += 1
      if token == .operation("ID") { lexer.skipImageData() }
    }
    return count
  }
}
