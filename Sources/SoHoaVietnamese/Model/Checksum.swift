import Foundation

/// A 64-bit checksum against damage (not against forgery), eight bytes a step.
enum Checksum {
  static func of(_ data: Data) -> UInt64 { data.withUnsafeBytes { of($0) } }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    for byte in bytes[offset...] { hash = mixed(hash, UInt64(byte)) }
    return hash ^ (hash >> 32)
  }

  private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 29)
  }
}
