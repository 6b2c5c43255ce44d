import CLeptonica
import Foundation

/// The data of a stored picture: how large it says it is, and its pixels where Leptonica reads them at once.
enum PDFPictureData {
  /// The size in the picture's own data, which may not be the one in its dictionary.
  ///
  /// - Returns: nil for data without one.
  static func claimedSize(of stream: PDFObject) -> (width: Int, height: Int)? {
    guard let coding = PDFStreamReader.filters(of: stream).last, sized.contains(coding) else { return nil }
    guard let data = data(of: stream) else { return nil }
    return data.withUnsafeBytes { bytes in
      switch coding {
      case "DCTDecode": CodedSize.jpeg(bytes)
      case "JPXDecode": CodedSize.jpeg2000(bytes)
      default: CodedSize.jbig2(bytes)
      }
    }
  }

  /// What could be made of a picture.
  struct Decoded: ~Copyable {
    /// Not turned; nil where the picture is of a kind that Poppler has to decode.
    var pix: Pix?
    /// Part of its data is missing or wrong.
    var isDamaged = false
  }

  static func decode(_ picture: PDFDrawing.Picture) -> Decoded {
    guard let stream = picture.stream else { return Decoded() }
    switch PDFStreamReader.filters(of: stream) {
    case ["DCTDecode"]: return jpeg(stream, picture)
    case ["CCITTFaxDecode"]: return Decoded(pix: fax(stream, picture))
    default: return Decoded()
    }
  }

  private static let sized: Set<String> = ["DCTDecode", "JPXDecode", "JBIG2Decode"]
  private static let largestUnpacked = 256 << 20

  /// The coded picture, out of a filter that was put around it.
  private static func data(of stream: PDFObject) -> Data? {
    guard let stored = stream.storedBytes() else { return nil }
    guard PDFStreamReader.filters(of: stream).first == "FlateDecode" else { return stored }
    return Inflater.inflate(stored, limit: largestUnpacked).data
  }

  private static func jpeg(_ stream: PDFObject, _ picture: PDFDrawing.Picture) -> Decoded {
    guard let samples = samples(stream["ColorSpace"]), stream["Decode"] == nil, stream["DecodeParms"] == nil,
      let data = stream.storedBytes()
    else { return Decoded() }
    var warnings: Int32 = 0
    let pointer = data.withUnsafeBytes { raw -> UnsafeMutablePointer<CLeptonica.Pix>? in
      let bytes = raw.assumingMemoryBound(to: UInt8.self)
      var (width, height, stored): (Int32, Int32, Int32) = (0, 0, 0)
      guard
        readHeaderMemJpeg(bytes.baseAddress, bytes.count, &width, &height, &stored, nil, nil) == 0,
        width == picture.width, height == picture.height, stored == samples
      else { return nil }
      return pixReadMemJpeg(bytes.baseAddress, bytes.count, 0, 1, &warnings, 0)
    }
    return Decoded(pix: Pix(owning: pointer), isDamaged: warnings > 0)
  }

  /// Samples a pixel of a colour space whose values are grey or red, green and blue; nil for others.
  private static func samples(_ space: PDFObject?) -> Int? {
    switch space?.oneOrMore.first?.name {
    case "DeviceGray", "CalGray", "G": 1
    case "DeviceRGB", "CalRGB", "RGB": 3
    case "ICCBased":
      space?.elements.last?["N"]?.integer.flatMap { [1, 3].contains($0) ? $0 : nil }
    default: nil
    }
  }

  private static func fax(_ stream: PDFObject, _ picture: PDFDrawing.Picture) -> Pix? {
    let decode = (stream["Decode"]?.elements ?? []).compactMap(\.number)
    let parameters = stream["DecodeParms"]?.oneOrMore.first
    guard samples(stream["ColorSpace"]) == 1, decode.isEmpty || decode == [0, 1] || decode == [1, 0],
      parameters?["Columns"]?.integer ?? 1728 == picture.width,
      parameters?["EncodedByteAlign"]?.isTrue != true, let data = stream.storedBytes()
    else { return nil }
    let tiff = FaxTIFF(
      width: picture.width, height: picture.height, kind: parameters?["K"]?.integer ?? 0,
      isInverted: (parameters?["BlackIs1"]?.isTrue ?? false) != (decode == [1, 0]))
    let file = tiff.file(data)
    let pointer = file.withUnsafeBytes {
      pixReadMemTiff($0.assumingMemoryBound(to: UInt8.self).baseAddress, $0.count, 0)
    }
    return Pix(owning: pointer)
  }
}

/// Bare fax data with a TIFF's directory in front.
struct FaxTIFF {
  let width, height: Int
  /// As in PDF: below 0 group 4, 0 group 3 in one dimension, above 0 in two.
  let kind: Int
  /// Black runs are paper.
  let isInverted: Bool

  func file(_ data: Data) -> Data {
    let entries: [(tag: UInt16, value: Int)] = [
      (256, width), (257, height), (258, 1), (259, kind < 0 ? 4 : 3), (262, isInverted ? 1 : 0),
      (273, 8 + 2 + 12 * 9 + 4), (278, height), (279, data.count),
      (kind < 0 ? 293 : 292, kind > 0 ? 1 : 0),
    ]
    var file = Data([0x49, 0x49, 42, 0, 8, 0, 0, 0])
    file.append(little: UInt16(entries.count))
    for entry in entries {
      file.append(little: entry.tag)
      file.append(little: UInt16(4))
      file.append(little: UInt32(1))
      file.append(little: UInt32(clamping: entry.value))
    }
    file.append(little: UInt32(0))
    return file + data
  }
}

extension Data {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
