import Crypto
import Foundation
import SoHoaModel

/// What an input weighs and its SHA-256; the bytes themselves only of standard input.
struct InputBytes {
  let count: Int
  /// Lower-case hexadecimal.
  let sha256: String
  let data: Data?

  init(_ input: Input) throws(ConversionFailure) {
    switch input.place {
    case .standardInput:
      let all = Self.standardInput
      data = all
      count = all.count
      sha256 = SHA256.hash(data: all).hexadecimal
    case .file(let url):
      (count, sha256) = try Self.digest(url)
      data = nil
    }
  }

  /// All of it, read once.
  static let standardInput = FileHandle.standardInput.readDataToEndOfFile()

  /// Reads the file in pieces. What is no file, as a pipe that nobody writes to, or cannot be opened has the digest
  /// of nothing: opening it as an input says why.
  private static func digest(_ url: URL) throws(ConversionFailure) -> (Int, String) {
    var hash = SHA256()
    var count = 0
    guard isFile(url), let handle = try? FileHandle(forReadingFrom: url) else {
      return (0, hash.finalize().hexadecimal)
    }
    defer { try? handle.close() }
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
      count += piece.count
    }
    return (count, hash.finalize().hexadecimal)
  }

  private static func isFile(_ url: URL) -> Bool {
    var status = stat()
    return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

extension SHA256Digest {
  var hexadecimal: String { map { String(format: "%02x", $0) }.joined() }
}
