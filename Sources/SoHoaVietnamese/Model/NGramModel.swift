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

  func pair(_ v: UInt16, _ w: UInt16) -> Pair {
    let start = Int(bigramStarts[Int(v)])
    let found = Self.search(bigramWords, start, Int(bigramStarts[Int(v) + 1]), w)
    guard found >= 0 else {
      return Pair(index: -1, logProbability: unigramBackoffs[Int(v)] + unigrams[Int(w)])
    }
    return Pair(index: Int32(found), logProbability: bigramBook[Int(bigramCodes[found])])
  }

  /// log P(w | u, v), given the place of (u, v) and log P(w | v).
  func triple(_ context: Int32, _ w: UInt16, _ fallback: Float) -> Float {
    guard context >= 0 else { return fallback }
    let pair = Int(context)
    let found = Self.search(trigramWords, trigramStart(pair), trigramStart(pair + 1), w)
    guard found >= 0 else { return backoffBook[Int(backoffCodes[pair])] + fallback }
    return trigramBook[Int(trigramCodes[found])]
  }

  func unigram(_ w: UInt16) -> Float { unigrams[Int(w)] }

  private func trigramStart(_ pair: Int) -> Int {
    Int(trigramBases[pair / NGramModelFile.block]) + Int(trigramOffsets[pair])
  }

  private static func search(_ words: UnsafePointer<UInt16>, _ start: Int, _ end: Int, _ word: UInt16) -> Int
  {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < end && words[low] == word ? low : -1
  }
}
