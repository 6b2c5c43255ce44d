import SoHoaModel

/// What a worker does at a time: an input, some of its pages, or what follows their reading.
struct Job: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case whole
    case pages([Int], spool: String)
    case rest(spools: [String])
  }

  var id: Int
  var item: WorkItem
  var part: Part
  /// 2: a worker failed on it already.
  var attempt = 1

  /// - Parameter longest: pages of an input that one worker reads; nil for any number.
  func request(_ order: WorkOrder, longest: Int?) -> Request {
    let target = Request.Target(stage: item.stage, index: item.index)
    let work: Request.Work =
      switch part {
      case .whole: .convert(target, maxPages: longest)
      case .pages(let numbers, let spool): .read(pages: numbers, spool: spool)
      case .rest(let spools): .finish(target, spools: spools)
      }
    return Request(id: id, input: item.input, order: order, work: work)
  }
}

/// How a worker came to its end before its time.
enum WorkerEnd: Hashable, Sendable {
  case memory(bytes: Int)
  case time(seconds: Double)
  case processorTime
  case signal(Int32)
  case status(Int32)
  /// What it wrote is not the protocol.
  case nonsense(String)
  /// It never said that it is there.
  case notStarted(String)
}
