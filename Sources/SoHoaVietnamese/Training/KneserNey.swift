import Foundation

/// Interpolated modified Kneser-Ney estimates for words, pairs and triples (nats).
///
/// The lower orders count in how many contexts a word stands, not how often; pairs after the begin of a
/// paragraph count as they are. Source: Chen and Goodman, "An empirical study of smoothing techniques
/// for language modeling", 1998.
struct KneserNey {
  let words: Int
  /// log P(w).
  private(set) var unigrams: [Float]
  /// (v, w) packed 16 + 16 bits, sorted; the pairs of each v stand in `bigramStarts[v]..<[v + 1]`.
  private(set) var bigramKeys: [UInt32] = []
  private(set) var bigramCounts: [UInt32] = []
  private(set) var bigrams: [Float] = []
  private(set) var bigramStarts: [Int] = []
  private(set) var trigramKeys: [UInt64]
  private(set) var trigramCounts: [UInt32]
  private(set) var trigrams: [Float] = []
  /// What a triple would be worth by its pair alone; the gain over it decides what is pruned.
  private(set) var trigramFallbacks: [Float] = []
  private(set) var bigramFallbacks: [Float] = []

  init(_ counts: consuming NGramCounts, words: Int) {
    self.words = words
    trigramKeys = counts.keys
    trigramCounts = counts.counts
    unigrams = []
    countPairs()
    estimateUnigrams()
    estimateBigrams()
    estimateTrigrams()
  }

  /// Nil if the pair was never seen.
  func bigramIndex(_ key: UInt32) -> Int? {
    var low = bigramStarts[Int(key >> 16)]
    var high = bigramStarts[Int(key >> 16) + 1]
    while low < high {
      let middle = (low + high) / 2
      if bigramKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < bigramKeys.count && bigramKeys[low] == key ? low : nil
  }

  private mutating func countPairs() {
    let begin = UInt64(Lexicon.begin)
    var pairs = trigramKeys.map { $0 & 0xFFFF_FFFF }
    pairs.append(begin << 16 | begin)
    RadixSort.sort(&pairs, bits: 32)
    let runs = NGramCounter.runs(pairs)
    bigramKeys = runs.keys.map { UInt32($0) }
    bigramCounts = runs.counts
    bigramStarts = Self.starts(bigramKeys, words: words)
    for (key, count) in zip(trigramKeys, trigramCounts) where key >> 16 == begin << 16 | begin {
      if let index = bigramIndex(UInt32(key & 0xFFFF_FFFF)) { bigramCounts[index] = count }
    }
  }

  private static func starts(_ keys: [UInt32], words: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: words + 1)
    for key in keys { starts[Int(key >> 16) + 1] += 1 }
    for word in 0..<words { starts[word + 1] += starts[word] }
    return starts
  }

  private mutating func estimateUnigrams() {
    var contexts = [UInt32](repeating: 0, count: words)
    for key in bigramKeys { contexts[Int(key & 0xFFFF)] += 1 }
    contexts[Int(Lexicon.begin)] = 0
    let discounts = Discounts(counts: contexts)
    let total = Double(contexts.reduce(0) { $0 + Int($1) })
    let spared = contexts.reduce(0.0) { $0 + discounts[$1] } / total
    unigrams = contexts.map {
      Float(log((Double($0) - discounts[$0]) / total + spared / Double(words)))
    }
  }

  private mutating func estimateBigrams() {
    let discounts = Discounts(counts: bigramCounts)
    bigrams = [Float](repeating: 0, count: bigramKeys.count)
    bigramFallbacks = bigrams
    for word in 0..<words {
      let range = bigramStarts[word]..<bigramStarts[word + 1]
      let (total, spared) = Self.mass(bigramCounts[range], discounts)
      for index in range {
        let lower = spared * exp(Double(unigrams[Int(bigramKeys[index] & 0xFFFF)]))
        bigramFallbacks[index] = Float(log(lower))
        bigrams[index] = Float(
          log((Double(bigramCounts[index]) - discounts[bigramCounts[index]]) / total + lower))
      }
    }
  }

  private mutating func estimateTrigrams() {
    let discounts = Discounts(counts: trigramCounts)
    trigrams = [Float](repeating: 0, count: trigramKeys.count)
    trigramFallbacks = trigrams
    var start = 0
    while start < trigramKeys.count {
      let context = trigramKeys[start] >> 16
      var end = start
      while end < trigramKeys.count, trigramKeys[end] >> 16 == context { end += 1 }
      let (total, spared) = Self.mass(trigramCounts[start..<end], discounts)
      for index in start..<end {
        let lower = spared * exp(Double(bigrams[bigramIndex(UInt32(trigramKeys[index] & 0xFFFF_FFFF))!]))
        trigramFallbacks[index] = Float(log(lower))
        let count = trigramCounts[index]
        trigrams[index] = Float(log((Double(count) - discounts[count]) / total + lower))
      }
      start = end
    }
  }

  /// How often the context stands, and the share of it that the discounts free for unseen words.
  private static func mass(_ counts: ArraySlice<UInt32>, _ discounts: Discounts) -> (Double, Double) {
    var total = 0.0
    var freed = 0.0
    for count in counts {
      total += Double(count)
      freed += discounts[count]
    }
    return (total, total > 0 ? freed / total : 1)
  }
}
