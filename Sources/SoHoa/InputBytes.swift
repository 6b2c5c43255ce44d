import Foundation
import SoHoaFiles
import SoHoaModel

/// What an input weighs and its SHA-256; the bytes themselves only of standard input.
struct InputBytes {
  let count: Int
  /// Lower-case hexadecimal.
  let sha256: String
  let data: Data?

  init(_ input: Input) {
    switch input.place {
    case .standardInput:
      let all = Self.standardInput
      data = all
      count = all.count
      sha256 = FileDigest(of: all).sha256
    case .file(let url):
      // What cannot be read has the digest of nothing: opening it as an input says why.
      let digest = (try? FileDigest(path: url.path)) ?? FileDigest(of: Data())
      (count, sha256, data) = (digest.bytes, digest.sha256, nil)
    }
  }

  /// All of it, read once.
  static let standardInput = FileHandle.standardInput.readDataToEndOfFile()
}
