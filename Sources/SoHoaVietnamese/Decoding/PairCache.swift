/// Remembers pairs of the language model that were looked up lately.
struct PairCache {
  private static let size = 1 << 10
  private var keys = [UInt32](repeating: .max, count: size)
  private var pairs = [NGramModel.Pair](repeating: .init(index: -1, logProbability: 0), count: size)

  @inline(__always)
  mutating func pair(_ v: UInt16, _ w: UInt16, _ model: NGramModel) -> NGramModel.Pair {
    let key = UInt32(v) << 16 | UInt32(w)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 22)
    if keys[slot] == key { return pairs[slot] }
    let pair = model.pair(v, w)
    keys[slot] = key
    pairs[slot] = pair
    return pair
  }
}
