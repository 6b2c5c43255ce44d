/// Lets tasks that end in any order go on one after the other, by their numbers.
actor Turns {
  private var next = 0
  private var passed: Set<Int> = []
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

  /// Returns once all numbers below have passed.
  func wait(for number: Int) async {
    guard number > next else { return }
    await withCheckedContinuation { waiting[number] = $0 }
  }

  /// To be called once for each number, from 0, in any order.
  func pass(_ number: Int) {
    passed.insert(number)
    while passed.remove(next) != nil { next += 1 }
    waiting.removeValue(forKey: next)?.resume()
  }
}
