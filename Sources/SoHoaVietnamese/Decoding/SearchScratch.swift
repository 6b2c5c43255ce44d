/// What one candidate search after another uses again: the queue and the table of states seen.
struct SearchScratch {
  struct State {
    var bound: Float
    var cost: Float
    var node: Int32
    var position: Int32
  }

  /// A state that was reached, and the least that it cost; key 0 where there is none.
  private struct Reached {
    var key: UInt64 = 0
    var cost: Float = 0
  }

  /// Most states of one search.
  private static let limit = 1 << 13

  private var queue: [State] = []
  /// An open-addressing table that is at most half full, and small, since most searches are.
  private var reached = [Reached](repeating: .init(), count: 1 << 10)
  private var used: [Int] = []

  mutating func reset() {
    queue.removeAll(keepingCapacity: true)
    for slot in used { reached[slot].key = 0 }
    used.removeAll(keepingCapacity: true)
  }

  /// False if the state was reached before at no higher cost.
  mutating func improves(_ state: State) -> Bool {
    let key = UInt64(state.node) << 8 | UInt64(state.position) + 1
    let slot = slot(key)
    guard reached[slot].key != key else {
      guard state.cost < reached[slot].cost else { return false }
      reached[slot].cost = state.cost
      return true
    }
    guard used.count < Self.limit else { return false }
    reached[slot] = Reached(key: key, cost: state.cost)
    used.append(slot)
    if used.count * 2 > reached.count { grow() }
    return true
  }

  /// Where a state lies, or would.
  private func slot(_ key: UInt64) -> Int {
    let mask = reached.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while reached[slot].key != 0, reached[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let known = used.map { reached[$0] }
    reached = [Reached](repeating: .init(), count: reached.count * 2)
    for (index, entry) in known.enumerated() {
      used[index] = slot(entry.key)
      reached[used[index]] = entry
    }
  }

  mutating func push(_ state: State) {
    queue.append(state)
    var index = queue.count - 1
    while index > 0 {
      let parent = (index - 1) >> 1
      guard queue[parent].bound > state.bound else { break }
      queue[index] = queue[parent]
      index = parent
    }
    queue[index] = state
  }

  mutating func pop() -> State? {
    guard let first = queue.first else { return nil }
    let last = queue.removeLast()
    if !queue.isEmpty { sink(last) }
    return first
  }

  private mutating func sink(_ state: State) {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < queue.count else { break }
      if child + 1 < queue.count, queue[child + 1].bound < queue[child].bound { child += 1 }
      guard queue[child].bound < state.bound else { break }
      queue[index] = queue[child]
      index = child
    }
    queue[index] = state
  }
}
