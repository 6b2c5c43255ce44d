/// Trigrams of a corpus as packed keys (16 bits a word), sorted and counted.
struct NGramCounts {
  var keys: [UInt64]
  var counts: [UInt32]
}

struct NGramCounter {
  private let lexicon: Lexicon
  private var keys: [UInt64] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func add(_ corpus: Corpus, _ part: CorpusPart) {
    corpus.forEachScalarLine(part) { line, weight in
      let ids = ModelTokenizer.ids(line, lexicon)
      for _ in 0..<weight { add(ids) }
    }
  }

  /// Adds one paragraph.
  mutating func add(_ ids: [UInt16]) {
    var context = UInt64(Lexicon.begin) << 16 | UInt64(Lexicon.begin)
    for id in ids + [Lexicon.end] {
      context = (context << 16 | UInt64(id)) & 0xFFFF_FFFF_FFFF
      keys.append(context)
    }
  }

  consuming func counted() -> NGramCounts {
    RadixSort.sort(&keys, bits: 48)
    return Self.runs(keys)
  }

  static func runs(_ sorted: [UInt64]) -> NGramCounts {
    var result = NGramCounts(keys: [], counts: [])
    for key in sorted {
      if result.keys.last == key {
        result.counts[result.counts.count - 1] += 1
      } else {
        result.keys.append(key)
        result.counts.append(1)
      }
    }
    return result
  }
}
