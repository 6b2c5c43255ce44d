import SoHoa
import SoHoaWorkers

/// Holds results back until all earlier inputs have been dealt with, where names hang on the order; else lets all pass.
struct OutcomeQueue {
  private let isOrdered: Bool
  private let order: [Int]
  private var next = 0
  private var waiting: [Int: WorkOutcome] = [:]
  private var passed: Set<Int> = []

  /// - Parameter order: indexes of the inputs of the run.
  init(_ order: [Int], isOrdered: Bool) {
    self.order = order
    self.isOrdered = isOrdered
  }

  /// - Parameter outcome: nil for an input that needs no name.
  /// - Returns: what may be dealt with now, by the index of its input.
  mutating func add(_ index: Int, _ outcome: WorkOutcome?) -> [(Int, WorkOutcome)] {
    guard isOrdered else { return outcome.map { [(index, $0)] } ?? [] }
    waiting[index] = outcome
    if outcome == nil { passed.insert(index) }
    var ready: [(Int, WorkOutcome)] = []
    while next < order.count {
      if let outcome = waiting.removeValue(forKey: order[next]) {
        ready.append((order[next], outcome))
      } else if passed.remove(order[next]) == nil {
        break
      }
      next += 1
    }
    return ready
  }
}
