import Foundation

/// A 64-bit checksum against damage (not against forgery): four sums side by side, eight bytes a step each,
/// so that a model of many megabytes costs a millisecond.
enum Checksum {
  static func of(_ data: Data) -> UInt64 { data.withUnsafeBytes { of($0) } }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = (seed ^ UInt64(bytes.count), seed &+ 1, seed &+ 2, seed &+ 3)
    var offset = 0
    while offset + 32 <= bytes.count {
      a = mixed(a, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      b = mixed(b, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      c = mixed(c, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      d = mixed(d, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    for byte in bytes[offset...] { a = mixed(a, UInt64(byte)) }
    let hash = mixed(mixed(mixed(a, b), c), d)
    return hash ^ (hash >> 32)
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// One to one in either argument, so that one altered step always shows.
  private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 29)
  }
}
