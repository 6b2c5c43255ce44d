import Foundation
import SoHoaDictionaries

/// A trigram model over words of a lexicon, mapped from its file; log-probabilities in nats.
public final class NGramModel: @unchecked Sendable {
  private let file: MappedFile
  let words: Int
  let bigramCount: Int
  let trigramCount: Int
  private let unigrams: UnsafePointer<Float>
  private let unigramBackoffs: UnsafePointer<Float>
  private let bigramStarts: UnsafePointer<UInt32>
  private let bigramBook: UnsafePointer<Float>
  private let backoffBook: UnsafePointer<Float>
  private let trigramBook: UnsafePointer<Float>
  private let trigramBases: UnsafePointer<UInt32>
  private let trigramOffsets: UnsafePointer<UInt16>
  private let bigramWords: UnsafePointer<UInt16>
  private let bigramCodes: UnsafePointer<UInt8>
  private let backoffCodes: UnsafePointer<UInt8>
  private let trigramWords: UnsafePointer<UInt16>
  private let trigramCodes: UnsafePointer<UInt8>

  /// - Throws: `NGramModelError` if the file is no model, is damaged, or belongs to another lexicon;
  ///   `DictionaryError` if it cannot be read.
  public init(contentsOf url: URL, lexicon: Lexicon) throws {
    file = try MappedFile(url)
    let counts = try NGramModelHeader.counts(file.bytes, path: url.path, lexicon: lexicon)
    words = counts.words
    bigramCount = counts.bigrams
    trigramCount = counts.trigrams
    let base = file.bytes.baseAddress!
    func at<T>(_ section: NGramModelFile.Section, _ type: T.Type = T.self) -> UnsafePointer<T> {
      (base + counts.offset(section)).assumingMemoryBound(to: T.self)
    }
    unigrams = at(.unigrams)
    unigramBackoffs = at(.unigramBackoffs)
    bigramStarts = at(.bigramStarts)
    bigramBook = at(.bigramCodebook)
    backoffBook = at(.backoffCodebook)
    trigramBook = at(.trigramCodebook)
    trigramBases = at(.trigramBases)
    trigramOffsets = at(.trigramOffsets)
    bigramWords = at(.bigramWords)
    bigramCodes = at(.bigramCodes)
    backoffCodes = at(.backoffCodes)
    trigramWords = at(.trigramWords)
    trigramCodes = at(.trigramCodes)
  }

  /// A pair and its value: its place among the pairs (-1 if it was never seen) and log P(w | v).
  struct Pair {
    var index: Int32
    var logProbability: Float
  }

  /// log P(w | v).
  func pair(_ v: UInt16, _ w: UInt16) -> Pair {
    let start = Int(bigramStarts[Int(v)])
    let found = Self.search(bigramWords, start, Int(bigramStarts[Int(v) + 1]), w)
    guard found >= 0 else {
      return Pair(index: -1, logProbability: unigramBackoffs[Int(v)] + unigrams[Int(w)])
    }
    return Pair(index: Int32(found), logProbability: bigramBook[Int(bigramCodes[found])])
  }

  /// A pair with the words that were seen after it; what a state of the decoder keeps.
  struct Context {
    var pair: Int32
    /// Its triples, half open.
    var start: UInt32
    var end: UInt32
    /// Weight of the pair's own history for words that were never seen after it.
    var backoff: Float
  }

  func context(_ pair: Int32) -> Context {
    guard pair >= 0 else { return Context(pair: pair, start: 0, end: 0, backoff: 0) }
    let index = Int(pair)
    return Context(
      pair: pair, start: tripleStart(index), end: tripleStart(index + 1),
      backoff: backoffBook[Int(backoffCodes[index])])
  }

  /// log P(w | u, v), given the context (u, v) and log P(w | v).
  @inline(__always)
  func triple(_ context: Context, _ w: UInt16, _ fallback: Float) -> Float {
    let found = Self.search(trigramWords, Int(context.start), Int(context.end), w)
    return found >= 0 ? trigramBook[Int(trigramCodes[found])] : context.backoff + fallback
  }

  func unigram(_ w: UInt16) -> Float { unigrams[Int(w)] }

  private func tripleStart(_ pair: Int) -> UInt32 {
    trigramBases[pair / NGramModelFile.block] + UInt32(trigramOffsets[pair])
  }

  /// Halves without branching on what it reads, which is as good as random: the difference's sign is the mask.
  @inline(__always)
  private static func search(_ words: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ word: UInt16) -> Int
  {
    var low = start
    var count = end &- start
    guard count > 0 else { return -1 }
    while count > 1 {
      let half = count >> 1
      let isBelow = (Int(words[low &+ half &- 1]) &- Int(word)) >> 63
      low &+= half & isBelow
      count &-= half
    }
    return words[low] == word ? low : -1
  }
}
