import Foundation

/// Takes a PNG apart before libpng sees it: libpng writes to standard error where a file is cut off or
/// broken, or holds a chunk that it does not like.
enum PNGChunks {
  /// The file with nothing but what its picture needs.
  ///
  /// - Returns: nil if a chunk is cut off or its checksum is wrong, or the end is missing.
  static func essence(of file: UnsafeBufferPointer<UInt8>) -> Data? {
    var offset = 8
    guard file.count >= offset else { return nil }
    var result = Data(file[..<offset])
    while offset + 12 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = offset + 12 + length
      guard end <= file.count else { return nil }
      let chunk = UnsafeBufferPointer(rebasing: file[offset..<end])
      let kind = String(decoding: chunk[4..<8], as: UTF8.self)
      if needed.contains(kind) {
        guard isWhole(chunk) else { return nil }
        result.append(chunk)
      }
      if kind == "IEND" { return result }
      offset = end
    }
    return nil
  }

  private static let needed: Set<String> = ["IHDR", "PLTE", "tRNS", "pHYs", "IDAT", "IEND"]

  private static func isWhole(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    let stored = chunk.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return CRC32.sum(UnsafeBufferPointer(rebasing: chunk[4..<(chunk.count - 4)])) == stored
  }
}

/// The checksum of PNG chunks (ISO 3309).
enum CRC32 {
  static func sum(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}
