import Foundation

/// Writes the smallest PDFs that show one thing, by hand. Poppler finds the objects without a table.
enum SmallPDF {
  /// - Parameters:
  ///   - box: media box, width and height in points.
  ///   - content: the page's drawing operators.
  ///   - image: a grey picture, named /Im in `content`.
  static func page(
    box: (Int, Int) = (200, 300), rotate: Int = 0, content: String,
    image: (width: Int, height: Int, bytes: [UInt8])? = nil
  ) -> Data {
    var pdf = Data("%PDF-1.4\n".utf8)
    pdf += Data("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".utf8)
    pdf += Data("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n".utf8)
    let resources = "/Font<</F 5 0 R>>" + (image == nil ? "" : "/XObject<</Im 6 0 R>>")
    pdf += Data(
      """
      3 0 obj
      <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(box.0) \(box.1)]/Rotate \(rotate)
      /Resources<<\(resources)>>/Contents 4 0 R>>
      endobj
      4 0 obj
      <</Length \(content.utf8.count)>>
      stream
      \(content)
      endstream
      endobj
      5 0 obj
      <</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>
      endobj

      """.utf8)
    if let image { pdf += object(image) }
    return pdf + Data("trailer\n<</Root 1 0 R>>\n%%EOF\n".utf8)
  }

  /// A picture without symmetry: dark at its top left.
  static func picture(width: Int, height: Int) -> (width: Int, height: Int, bytes: [UInt8]) {
    let bytes = (0..<width * height).map { index in
      let isCorner = index % width < width / 3 && index / width < height / 3
      return isCorner ? 20 : UInt8(200 + (index % width) * 50 / width)
    }
    return (width, height, bytes)
  }

  private static func object(_ image: (width: Int, height: Int, bytes: [UInt8])) -> Data {
    let head =
      "6 0 obj\n<</Type/XObject/Subtype/Image/Width \(image.width)/Height \(image.height)"
      + "/ColorSpace/DeviceGray/BitsPerComponent 8/Length \(image.bytes.count)>>\nstream\n"
    return Data(head.utf8) + Data(image.bytes) + Data("\nendstream\nendobj\n".utf8)
  }
}
