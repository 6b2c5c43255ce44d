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
    guard let stored = decode(number) else {
      throw .damaged(file: bytes.name, page: pageCount > 1 ? number : nil)
    }
    guard let turned = turn(stored), let raster = turned.raster(dpi: dpi(of: turned)) else {
      throw .outOfMemory(file: bytes.name, page: number)
    }
    return AcquiredPage(number: number, content: .picture(raster))
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

  private func decode(_ number: Int) -> Pix? {
    switch type {
    case .png where !PNGChunks.areComplete(bytes.buffer): nil
    case .tiff: Pix(owning: pixReadMemTiff(bytes.pointer, bytes.count, Int32(number - 1)))
    case .jpeg: Pix(owning: pixReadMemJpeg(bytes.pointer, bytes.count, 0, 1, nil, 0))
    default: Pix(owning: pixReadMem(bytes.pointer, bytes.count))
    }
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
