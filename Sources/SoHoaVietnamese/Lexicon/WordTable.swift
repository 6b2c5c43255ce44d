/// Words and their numbers, in one pool: an open-addressing hash table over scalars.
struct WordTable: Sendable {
  private var pool: Scalars = []
  private var ends: [Int32] = []
  private var slots: [Int32]
  private var mask: Int

  init(capacity: Int = 1 << 12) {
    var size = 1 << 4
    while size < capacity * 2 { size <<= 1 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  var count: Int { ends.count }

  func word(_ index: Int) -> ArraySlice<UInt32> { pool[start(index)..<Int(ends[index])] }

  func text(_ index: Int) -> String { String(scalars: word(index)) }

  func find(_ word: some RandomAccessCollection<UInt32>) -> Int? {
    let slot = slots[Self.contiguous(word, slotIndex)]
    return slot < 0 ? nil : Int(slot)
  }

  /// The number of the word, which is added if it is new.
  mutating func insert(_ word: some RandomAccessCollection<UInt32>) -> Int {
    let slot = Self.contiguous(word, slotIndex)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(count)
    pool.append(contentsOf: word)
    ends.append(Int32(pool.count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  private typealias Word = UnsafeBufferPointer<UInt32>

  @inline(__always)
  private static func contiguous(_ word: some RandomAccessCollection<UInt32>, _ body: (Word) -> Int) -> Int {
    word.withContiguousStorageIfAvailable(body) ?? Array(word).withUnsafeBufferPointer(body)
  }

  /// Where the word lies, or the free slot that it would take.
  private func slotIndex(_ word: Word) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(word) >> 20) & mask
    while slots[slot] >= 0, !same(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func same(_ index: Int, _ word: Word) -> Bool {
    let first = start(index)
    guard Int(ends[index]) - first == word.count else { return false }
    for offset in word.indices where pool[first + offset] != word[offset] { return false }
    return true
  }

  private static func hash(_ word: Word) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in word { hash = (hash ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash ^ (hash >> 29)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for index in 0..<count {
      let hash = Self.contiguous(word(index)) { Int(truncatingIfNeeded: Self.hash($0) >> 20) }
      var slot = hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
