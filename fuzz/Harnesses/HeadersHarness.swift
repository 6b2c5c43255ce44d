import Foundation

@testable import SoHoaImaging

extension Harness {
  /// What is read from pictures before a library sees them: kind, size, how the camera was held, chunks of a PNG.
  static let headers = Harness(name: "headers") { data in
    var faults = Faults()
    _ = MediaType.recognise(data)
    _ = MediaType.foreignName(data)
    data.withUnsafeBytes { raw in
      let sizes = [CodedSize.jpeg(raw), CodedSize.jpeg2000(raw), CodedSize.jbig2(raw)].compactMap(\.self)
      faults.unless(sizes.allSatisfy { $0.width >= 0 && $0.height >= 0 }, "a size below nothing")
      let bytes = raw.bindMemory(to: UInt8.self)
      _ = ExifOrientation.read(bytes)
      guard let essence = PNGChunks.essence(of: bytes) else { return }
      faults.unless(essence.count <= data.count, "a PNG grew")
      let again = essence.withUnsafeBytes { PNGChunks.essence(of: $0.bindMemory(to: UInt8.self)) }
      faults.unless(again == essence, "the essence of a PNG has another essence")
    }
    return faults.all
  }
}
