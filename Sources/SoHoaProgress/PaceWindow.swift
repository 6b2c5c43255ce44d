/// How fast pages come, by those of the last while. Times are of a clock that nobody sets.
struct PaceWindow: Hashable, Sendable {
  private static let span = Duration.seconds(120)
  private static let leastSpan = Duration.seconds(1)

  private var start: Duration?
  /// Pages by whole seconds.
  private var seconds: [(second: Int64, pages: Int)] = []

  static func == (left: PaceWindow, right: PaceWindow) -> Bool {
    left.start == right.start && left.seconds.elementsEqual(right.seconds) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(start) }

  /// Work begins: idle time before does not count.
  mutating func begin(at moment: Duration) { start = start ?? moment }

  mutating func add(_ pages: Int, at moment: Duration) {
    guard pages > 0 else { return }
    begin(at: moment)
    let second = moment.components.seconds
    if seconds.last?.second == second {
      seconds[seconds.count - 1].pages += pages
    } else {
      seconds.append((second, pages))
      let first = (moment - Self.span).components.seconds
      seconds.removeAll { $0.second < first }
    }
  }

  /// Pages a second; nil before there is one.
  func rate(at moment: Duration) -> Double? {
    guard let start else { return nil }
    let first = (moment - Self.span).components.seconds
    let pages = seconds.reduce(0) { $0 + ($1.second >= first ? $1.pages : 0) }
    guard pages > 0 else { return nil }
    let span = max(Self.leastSpan, min(Self.span, moment - start))
    return Double(pages) / (span / .seconds(1))
  }
}
