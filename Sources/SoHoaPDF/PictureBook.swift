import Foundation
import SoHoaModel

/// Writes pictures as the pages of a plain PDF, one after the other, so that memory holds one at a time.
///
/// What comes out is no result: it is the source of one.
struct PictureBook {
  private let handle: FileHandle
  private var offsets: [Int] = []
  private var place = 0
  private var pages: [Int] = []

  /// - Parameter url: written over if it is there.
  init(_ url: URL) throws {
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    handle = try FileHandle(forWritingTo: url)
    try append("%PDF-1.7\n%\u{E2}\u{E3}\n")
  }

  /// - Parameters:
  ///   - size: of the sheet in points.
  mutating func add(_ picture: StoredPicture, size: (width: Double, height: Double)) throws {
    let (width, height) = (size.width.operand(digits: 3), size.height.operand(digits: 3))
    let image = try add(
      "<< /Type /XObject /Subtype /Image /Width \(picture.width) /Height \(picture.height) \(picture.keys) "
        + "/Length \(picture.bytes.count) >>", picture.bytes)
    let matrix = Self.matrix(picture.orientation).then(Matrix(a: size.width, d: size.height))
    let drawing = Data("q \(matrix.text) cm /Picture Do Q".utf8)
    let content = try add("<< /Length \(drawing.count) >>", drawing)
    pages.append(
      try add(
        "<< /Type /Page /Parent 1 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(content) 0 R "
          + "/Resources << /XObject << /Picture \(image) 0 R >> >> >>"))
  }

  /// Ends the file.
  mutating func close() throws {
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    let root = try add("<< /Type /Catalog /Pages 1 0 R >>")
    let tree = place
    try append("1 0 obj\n<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>\nendobj\n")
    let start = place
    let lines = ([tree] + offsets).map { String(format: "%010d 00000 n \n", $0) }.joined()
    try append("xref\n0 \(offsets.count + 2)\n0000000000 65535 f \n\(lines)")
    try append("trailer\n<< /Size \(offsets.count + 2) /Root \(root) 0 R >>\nstartxref\n\(start)\n%%EOF\n")
    try handle.close()
  }

  /// - Returns: the object's number; 1 is kept for the tree of pages.
  private mutating func add(_ dictionary: String, _ stream: Data? = nil) throws -> Int {
    offsets.append(place)
    let number = offsets.count + 1
    try append("\(number) 0 obj\n\(dictionary)\n")
    if let stream {
      try append("stream\n")
      try handle.write(contentsOf: stream)
      place += stream.count
      try append("\nendstream\n")
    }
    try append("endobj\n")
    return number
  }

  private mutating func append(_ text: String) throws {
    let bytes = Data(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    try handle.write(contentsOf: bytes)
    place += bytes.count
  }

  /// How the unit square of a picture is laid so that it is seen as the camera was held.
  private static func matrix(_ orientation: Int) -> Matrix {
    switch orientation {
    case 2: Matrix(a: -1, b: 0, c: 0, d: 1, e: 1, f: 0)
    case 3: Matrix(a: -1, b: 0, c: 0, d: -1, e: 1, f: 1)
    case 4: Matrix(a: 1, b: 0, c: 0, d: -1, e: 0, f: 1)
    case 5: Matrix(a: 0, b: -1, c: -1, d: 0, e: 1, f: 1)
    case 6: Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: 1)
    case 7: Matrix(a: 0, b: 1, c: 1, d: 0, e: 0, f: 0)
    case 8: Matrix(a: 0, b: 1, c: -1, d: 0, e: 1, f: 0)
    default: Matrix()
    }
  }
}

/// A picture file, or a book of them (TIFF).
public struct PictureSource: Sendable {
  let bytes: Data
  let recoded: @Sendable (Int) -> Data?

  /// - Parameters:
  ///   - bytes: of the file; better mapped than read.
  ///   - recoded: gives a page (from 1) as PNG or TIFF without loss, where PDF has no form for what the file holds.
  public init(bytes: Data, recoded: @escaping @Sendable (Int) -> Data?) {
    self.bytes = bytes
    self.recoded = recoded
  }

  func picture(_ page: Int) -> StoredPicture? {
    StoredPicture(bytes, page: page) ?? recoded(page).flatMap { StoredPicture($0, page: 1) }
  }
}

extension PictureSource {
  /// Writes all pages as a plain PDF, each on a sheet of the size that it was read at.
  func write(_ file: ConvertedFile, to url: URL) throws(PDFFailure) {
    let read = Dictionary(file.pages.map { ($0.number, $0) }) { first, _ in first }
    let usualDPI = file.pages.map(\.dpi).first { $0 > 0 } ?? Self.usualDPI
    do {
      var book = try PictureBook(url)
      for number in 1...max(1, file.source.pageCount) {
        guard let picture = picture(number) else { throw PDFFailure.unheld(file.source.name, page: number) }
        let page = read[number].flatMap { $0.width > 0 ? $0 : nil }
        let dpi = page.flatMap { $0.dpi > 0 ? $0.dpi : nil } ?? usualDPI
        let isTurned = picture.orientation >= 5
        let width = page?.width ?? (isTurned ? picture.height : picture.width)
        let height = page?.height ?? (isTurned ? picture.width : picture.height)
        try book.add(picture, size: Self.sheet(width, height, dpi))
      }
      try book.close()
    } catch let failure as PDFFailure {
      throw failure
    } catch {
      throw .unwritten(file.source.name, "\(error)")
    }
  }

  private static let usualDPI = 200
  /// In points: no reader takes more.
  private static let longestSide = 14_400.0

  private static func sheet(_ width: Int, _ height: Int, _ dpi: Int) -> (width: Double, height: Double) {
    let scale = min(72 / Double(dpi), longestSide / Double(max(width, height, 1)))
    return (max(3, Double(width) * scale), max(3, Double(height) * scale))
  }
}
