import Foundation

/// What is kept of the estimates, with the weights for backing off worked out anew.
///
/// N-grams stay in order of weighted difference: count times the gain in log-probability over backing
/// off (Seymore and Rosenfeld 1996).
struct PrunedModel {
  let words: Int
  let unigrams: [Float]
  private(set) var unigramBackoffs: [Float]
  private(set) var bigramStarts: [Int]
  private(set) var bigramKeys: [UInt32] = []
  private(set) var bigrams: [Float] = []
  private(set) var bigramBackoffs: [Float] = []
  private(set) var trigramStarts: [Int] = []
  private(set) var trigramWords: [UInt16] = []
  private(set) var trigrams: [Float] = []

  init(_ full: KneserNey, bigrams bigramLimit: Int, trigrams trigramLimit: Int) {
    words = full.words
    unigrams = full.unigrams
    unigramBackoffs = []
    bigramStarts = []
    let triples = Self.worthiest(full.trigrams, full.trigramFallbacks, full.trigramCounts, trigramLimit)
    keepPairs(full, triples, limit: bigramLimit)
    keepTriples(full, triples)
    weighPairs()
    weighTriples()
  }

  /// Which of the n-grams stay.
  private static func worthiest(
    _ values: [Float], _ fallbacks: [Float], _ counts: [UInt32], _ limit: Int
  ) -> [Bool] {
    guard values.count > limit else { return [Bool](repeating: true, count: values.count) }
    let gains = values.indices.map { Float(counts[$0]) * (values[$0] - fallbacks[$0]) }
    let threshold = gains.sorted(by: >)[limit]
    return gains.map { $0 > threshold }
  }

  private mutating func keepPairs(_ full: KneserNey, _ triples: [Bool], limit: Int) {
    var kept = Self.worthiest(full.bigrams, full.bigramFallbacks, full.bigramCounts, limit)
    for index in triples.indices where triples[index] {
      if let pair = full.bigramIndex(UInt32(full.trigramKeys[index] >> 16)) { kept[pair] = true }
    }
    for index in kept.indices where kept[index] {
      bigramKeys.append(full.bigramKeys[index])
      bigrams.append(full.bigrams[index])
    }
    bigramStarts = [Int](repeating: 0, count: words + 1)
    for key in bigramKeys { bigramStarts[Int(key >> 16) + 1] += 1 }
    for word in 0..<words { bigramStarts[word + 1] += bigramStarts[word] }
  }

  private mutating func keepTriples(_ full: KneserNey, _ triples: [Bool]) {
    var pair = 0
    trigramStarts = [0]
    for index in triples.indices where triples[index] {
      let context = UInt32(full.trigramKeys[index] >> 16)
      while bigramKeys[pair] < context {
        trigramStarts.append(trigramWords.count)
        pair += 1
      }
      trigramWords.append(UInt16(full.trigramKeys[index] & 0xFFFF))
      trigrams.append(full.trigrams[index])
    }
    while trigramStarts.count <= bigramKeys.count { trigramStarts.append(trigramWords.count) }
  }

  private mutating func weighPairs() {
    unigramBackoffs = (0..<words).map { word in
      var seen = 0.0
      var lower = 0.0
      for index in bigramStarts[word]..<bigramStarts[word + 1] {
        seen += exp(Double(bigrams[index]))
        lower += exp(Double(unigrams[Int(bigramKeys[index] & 0xFFFF)]))
      }
      return Self.backoff(seen, lower)
    }
  }

  private mutating func weighTriples() {
    bigramBackoffs = bigramKeys.indices.map { pair in
      let v = bigramKeys[pair] & 0xFFFF
      var seen = 0.0
      var lower = 0.0
      for index in trigramStarts[pair]..<trigramStarts[pair + 1] {
        seen += exp(Double(trigrams[index]))
        lower += exp(Double(pairProbability(v << 16 | UInt32(trigramWords[index]))))
      }
      return Self.backoff(seen, lower)
    }
  }

  private func pairProbability(_ key: UInt32) -> Float {
    var low = bigramStarts[Int(key >> 16)]
    let end = bigramStarts[Int(key >> 16) + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if bigramKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    if low < end, bigramKeys[low] == key { return bigrams[low] }
    return unigramBackoffs[Int(key >> 16)] + unigrams[Int(key & 0xFFFF)]
  }

  private static func backoff(_ seen: Double, _ lower: Double) -> Float {
    Float(log(max(1 - seen, 1e-6) / max(1 - lower, 1e-6)))
  }
}
