/// What one candidate search after another uses again: the queue and the table of states seen.
struct SearchScratch {
  struct State {
    var bound: Float
    var cost: Float
    var node: Int32
    var position: Int32
  }

  private var queue: [State] = []
  private var keys = [UInt64](repeating: 0, count: 1 << 14)
  private var costs = [Float](repeating: 0, count: 1 << 14)
  private var used: [Int] = []

  mutating func reset() {
    queue.removeAll(keepingCapacity: true)
    for slot in used { keys[slot] = 0 }
    used.removeAll(keepingCapacity: true)
  }

  /// False if the state was reached before at no higher cost.
  mutating func improves(_ state: State) -> Bool {
    let key = UInt64(state.node) << 8 | UInt64(state.position) + 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == key {
      guard state.cost < costs[slot] else { return false }
    } else {
      guard used.count < keys.count / 2 else { return false }
      keys[slot] = key
      used.append(slot)
    }
    costs[slot] = state.cost
    return true
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
