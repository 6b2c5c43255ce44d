/// Checks what a model's checksum cannot tell: that no place in the file points out of it, and that every
/// probability is one.
///
/// A file with a right checksum was written by somebody, not necessarily by us.
struct NGramModelCheck {
  let counts: NGramModelFile.Counts
  let bytes: UnsafeRawBufferPointer
  let path: String

  func run() throws(NGramModelError) {
    let starts = values(.bigramStarts, counts.words + 1, UInt32.self)
    guard starts.first == 0, starts.last.map(Int.init) == counts.bigrams, isRising(starts) else {
      throw .damaged(path: path, reason: "places of pairs")
    }
    guard triplesLieInside else { throw .damaged(path: path, reason: "places of triples") }
    try checkNumbers()
  }

  /// Every pair's triples begin where those of the pair before it end, or later, and none beyond the last.
  private var triplesLieInside: Bool {
    let bases = values(.trigramBases, counts.bigrams / NGramModelFile.block + 1, UInt32.self)
    let offsets = values(.trigramOffsets, counts.bigrams + 1, UInt16.self)
    var last: UInt32 = 0
    for (block, base) in bases.enumerated() {
      guard base <= UInt32(counts.trigrams) else { return false }
      let first = block * NGramModelFile.block
      for offset in offsets[first..<min(first + NGramModelFile.block, offsets.count)] {
        let start = base &+ UInt32(offset)
        if start < last { return false }
        last = start
      }
    }
    return last == UInt32(counts.trigrams)
  }

  private func checkNumbers() throws(NGramModelError) {
    let lists = [
      values(.unigrams, counts.words, Float.self), values(.unigramBackoffs, counts.words, Float.self),
      values(.bigramCodebook, 256, Float.self), values(.backoffCodebook, 256, Float.self),
      values(.trigramCodebook, 256, Float.self),
    ]
    for list in lists where !list.allSatisfy({ abs($0) < 1_000 }) {
      throw .damaged(path: path, reason: "impossible probabilities")
    }
  }

  private func isRising(_ numbers: UnsafeBufferPointer<UInt32>) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// A section of the file, which the header has found to lie inside it.
  private func values<T>(_ section: NGramModelFile.Section, _ count: Int, _: T.Type) -> UnsafeBufferPointer<T>
  {
    let start = bytes.baseAddress! + counts.offset(section)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: T.self), count: count)
  }
}
