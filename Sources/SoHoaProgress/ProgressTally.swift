/// How a run stands, counted from its events.
public struct ProgressTally: Sendable {
  /// Inputs by which the length of those to come is judged.
  private static let sample = 64

  private struct Work {
    var pages: Int?
    var read: Set<Int> = []
  }

  public private(set) var files = 0
  public private(set) var ended: [FileReport.Outcome: Int] = [:]
  private var pagesOfEnded = 0
  private var inWork: [String: Work] = [:]
  private var pace = PaceWindow()
  /// Pages of inputs that ended last.
  private var recent: [Int] = []

  public init() {}

  public var filesEnded: Int { ended.values.reduce(0, +) }
  public var failed: Int { ended[.failed, default: 0] }
  /// Read in this run.
  public var pages: Int { pagesOfEnded + inWork.values.reduce(0) { $0 + $1.read.count } }
  /// The one input in work, where there is one, with its pages.
  public var only: (file: String, read: Int, pages: Int?)? {
    guard inWork.count == 1, let (file, work) = inWork.first else { return nil }
    return (file, work.read.count, work.pages)
  }

  /// - Parameter moment: since the run began.
  public mutating func take(_ event: BatchEvent, at moment: Duration) {
    switch event {
    case .found(let count): files += count
    case .fileBegan(let file, let pages):
      pace.begin(at: moment)
      inWork[file, default: Work()].pages = pages ?? inWork[file]?.pages
    case .pageRead(let file, let page):
      if inWork[file, default: Work()].read.insert(page).inserted { pace.add(1, at: moment) }
    case .fileEnded(let report): end(report, at: moment)
    }
  }

  private mutating func end(_ report: FileReport, at moment: Duration) {
    let read = inWork.removeValue(forKey: report.file)?.read.count ?? 0
    pace.add(report.pages - read, at: moment)
    pagesOfEnded += max(report.pages, read)
    ended[report.outcome, default: 0] += 1
    recent.append(max(report.pages, read))
    if recent.count > Self.sample { recent.removeFirst() }
  }

  /// Of the last two minutes; nil before the first page.
  public func pagesPerMinute(at moment: Duration) -> Double? { pace.rate(at: moment).map { $0 * 60 } }

  /// Nil where too little is known.
  public func timeLeft(at moment: Duration) -> Duration? {
    guard let rate = pace.rate(at: moment), !recent.isEmpty else { return nil }
    let mean = Double(recent.reduce(0, +)) / Double(recent.count)
    let toCome = Double(max(0, files - filesEnded - inWork.count)) * mean
    let begun = inWork.values.reduce(0.0) {
      $0 + max(0, ($1.pages.map(Double.init) ?? mean) - Double($1.read.count))
    }
    return .seconds((toCome + begun) / rate)
  }
}
