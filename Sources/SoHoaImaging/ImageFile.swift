import CLeptonica
import Foundation
import SoHoaModel

/// A picture file; a TIFF may hold many pages.
struct ImageFile: PageSource {
  let pageCount: Int
  let findings: [Finding] = []

  private let bytes: FileBytes
  private let type: MediaType
  private let settings: AcquireSettings

  init(_ bytes: FileBytes, type: MediaType, settings: AcquireSettings) throws(AcquisitionError) {
    _ = Silence.leptonica
    self.bytes = bytes
    self.type = type
    self.settings = settings
    pageCount = type == .tiff ? try Self.countTIFF(bytes) : 1
    guard ImageHeader(bytes, type: type, page: 0) != nil else { throw .damaged(file: bytes.name, page: nil) }
  }

  func page(_ number: Int) throws(AcquisitionError) -> AcquiredPage {
    guard settings.mode != .text else { throw .noText(file: bytes.name, page: number) }
    try checkSize(number)
    var findings: [Finding] = []
    guard let stored = decode(number, &findings) else {
      throw .damaged(file: bytes.name, page: pageCount > 1 ? number : nil)
    }
    guard let turned = turn(stored)?.withSquarePixels(), let raster = turned.raster(dpi: dpi(of: turned))
    else {
      throw .outOfMemory(file: bytes.name, page: number)
    }
    return AcquiredPage(number: number, content: .picture(raster), findings: findings)
  }

  /// A page's picture as it is stored; nil where it cannot be had.
  func stored(_ number: Int) -> Pix? {
    guard (try? checkSize(number)) != nil else { return nil }
    var findings: [Finding] = []
    return decode(number, &findings)
  }

  /// Screen defaults (72, 96) and absurd values say nothing about paper.
  private func dpi(of pix: borrowing Pix) -> Int {
    Self.possibleDPI.contains(pix.dpi) ? pix.dpi : settings.fallbackDPI ?? 0
  }

  private static let possibleDPI = 100...1200

  private func checkSize(_ number: Int) throws(AcquisitionError) {
    guard let header = ImageHeader(bytes, type: type, page: number - 1) else {
      throw .damaged(file: bytes.name, page: pageCount > 1 ? number : nil)
    }
    guard settings.limits.allow(width: header.width, height: header.height) else {
      throw .tooManyPixels(
        file: bytes.name, page: number, width: header.width, height: header.height,
        limit: settings.limits.maxPixelsPerPage)
    }
  }

  private func decode(_ number: Int, _ findings: inout [Finding]) -> Pix? {
    switch type {
    case .png: return PNGChunks.essence(of: bytes.buffer).flatMap(Self.decodePNG)
    case .tiff: return Pix(owning: pixReadMemTiff(bytes.pointer, bytes.count, Int32(number - 1)))
    case .jpeg:
      var warnings: Int32 = 0
      let stored = Pix(owning: pixReadMemJpeg(bytes.pointer, bytes.count, 0, 1, &warnings, 0))
      if warnings > 0 { findings.append(.damagedPicture(file: bytes.name, page: number)) }
      return stored
    default: return Pix(owning: pixReadMem(bytes.pointer, bytes.count))
    }
  }

  private static func decodePNG(_ data: Data) -> Pix? {
    let pointer = data.withUnsafeBytes {
      pixReadMemPng($0.assumingMemoryBound(to: UInt8.self).baseAddress, $0.count)
    }
    return Pix(owning: pointer)
  }

  /// Stands a photograph as the camera was held.
  private func turn(_ stored: consuming Pix) -> Pix? {
    guard type == .jpeg, let orientation = ExifOrientation.read(bytes.buffer) else { return stored }
    return orientation.apply(stored)
  }

  private static func countTIFF(_ bytes: FileBytes) throws(AcquisitionError) -> Int {
    guard let file = fopenReadFromMemory(bytes.pointer, bytes.count) else {
      throw .damaged(file: bytes.name, page: nil)
    }
    defer { fclose(file) }
    var count: Int32 = 0
    guard tiffGetCount(file, &count) == 0, count > 0 else { throw .damaged(file: bytes.name, page: nil) }
    return Int(count)
  }
}

extension Pix {
  /// Fax machines send fewer lines than columns to the inch: stretched to the finer of both.
  fileprivate consuming func withSquarePixels() -> Pix? {
    let (across, down) = (Double(pixGetXRes(pointer)), Double(pixGetYRes(pointer)))
    guard min(across, down) >= 50, max(across, down) <= 1200, max(across, down) > 1.05 * min(across, down)
    else {
      return self
    }
    let finest = max(across, down)
    return map { pixScale($0, Float(finest / across), Float(finest / down)) }
  }
}
