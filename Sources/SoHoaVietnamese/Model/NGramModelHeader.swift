import Foundation

/// Checks a model file before anything of it is used.
enum NGramModelHeader {
  static func counts(
    _ bytes: UnsafeRawBufferPointer, path: String, lexicon: Lexicon
  ) throws(NGramModelError) -> NGramModelFile.Counts {
    guard bytes.count >= NGramModelFile.headerSize, number(bytes, 0) == NGramModelFile.magic else {
      throw .notAModel(path: path)
    }
    guard number(bytes, 1) == NGramModelFile.version else {
      throw .wrongVersion(path: path, found: number(bytes, 1))
    }
    let counts = try counts(bytes, path: path)
    guard counts.total == bytes.count else {
      throw .damaged(path: path, reason: "\(bytes.count) bytes, not \(counts.total)")
    }
    guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[24...])) == number(bytes, 2) else {
      throw .damaged(path: path, reason: "checksum")
    }
    guard number(bytes, 3) == lexicon.checksum, counts.words == lexicon.count + Lexicon.reserved else {
      throw .lexiconMismatch(path: path)
    }
    try NGramModelCheck(counts: counts, bytes: bytes, path: path).run()
    return counts
  }

  private static func counts(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(NGramModelError) -> NGramModelFile.Counts {
    let numbers = (4...6).map { number(bytes, $0) }
    guard numbers.allSatisfy({ $0 > 0 && $0 < 1 << 28 }) else {
      throw .damaged(path: path, reason: "impossible counts")
    }
    return NGramModelFile.Counts(words: Int(numbers[0]), bigrams: Int(numbers[1]), trigrams: Int(numbers[2]))
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
  }
}
