import Crypto
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// SHA-256 of bytes, and how many they are.
package struct FileDigest: Hashable, Sendable {
  private static let piece = 1 << 18

  package let bytes: Int
  /// Lower-case hexadecimal.
  package let sha256: String

  /// Of a file from where it stands to its end, read in pieces.
  ///
  /// - Parameters:
  ///   - file: number of an open file.
  ///   - heard: told of each piece.
  package init(
    of file: Int32, heard: (UnsafeRawBufferPointer) throws(AtomicFile.Failure) -> Void = { _ in }
  ) throws(AtomicFile.Failure) {
    var hash = SHA256()
    var total = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(file, buffer.baseAddress, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw AtomicFile.Failure(step: "read", code: errno) }
      if count == 0 { break }
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      hash.update(bufferPointer: piece)
      total += count
      try heard(piece)
    }
    self.init(hash.finalize(), bytes: total)
  }

  /// Of a plain file; what is none is not waited for.
  package init(path: String) throws(AtomicFile.Failure) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw AtomicFile.Failure(step: "open", code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw AtomicFile.Failure(step: "open", code: EINVAL)
    }
    try self.init(of: file)
  }

  package init(of data: Data) { self.init(SHA256.hash(data: data), bytes: data.count) }

  private init(_ digest: SHA256Digest, bytes: Int) {
    self.bytes = bytes
    sha256 = digest.hexadecimal
  }
}

extension Digest {
  /// Lower-case.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
