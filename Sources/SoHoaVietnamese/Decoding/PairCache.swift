/// Remembers pairs of the language model that were looked up lately.
struct PairCache {
  private struct Entry {
    var key: UInt32 = .max
    var pair = NGramModel.Pair(index: -1, logProbability: 0)
  }

  private static let bits: UInt32 = 13
  private var entries = [Entry](repeating: .init(), count: 1 << Int(bits))

  @inline(__always)
  mutating func pair(_ v: UInt16, _ w: UInt16, _ model: NGramModel) -> NGramModel.Pair {
    let key = UInt32(v) << 16 | UInt32(w)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> (32 - Self.bits))
    if entries[slot].key == key { return entries[slot].pair }
    let pair = model.pair(v, w)
    entries[slot] = Entry(key: key, pair: pair)
    return pair
  }
}
