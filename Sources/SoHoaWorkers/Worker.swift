import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaModel

/// A worker process: takes requests from standard input one at a time, tells events on standard output, ends with its
/// input. Its engine and dictionaries are loaded once for all requests of one order.
public struct Worker {
  private let limits: WorkerLimits
  private let dictionaries: DictionaryFolder
  private let sandbox: Sandbox.State
  private let events: EventWriter
  private var workshop: Workshop?

  /// - Parameters:
  ///   - sandbox: what `Sandbox.enter` gave.
  ///   - parent: the process without which this one is to end; nil for none.
  public init(
    limits: WorkerLimits, dictionaries: DictionaryFolder, sandbox: Sandbox.State, parent: Int32? = nil
  ) {
    self.limits = limits
    self.dictionaries = dictionaries
    self.sandbox = sandbox
    events = .takingStandardOutput()
    if let parent { ParentWatch.start(parent: parent) }
  }

  /// - Throws: `LineCutter.TooLong` if a line is longer than the limit.
  public mutating func run() async throws {
    events.send(
      .hello(
        Event.Hello(
          version: Event.version, program: Software.version, pid: ProcessInfo.processInfo.processIdentifier,
          sandbox: sandbox)))
    var lines = RequestReader(STDIN_FILENO, limit: limits.lineBytes)
    while let line = try lines.next() { await answer(line) }
  }

  private mutating func answer(_ line: Data) async {
    do {
      let request = try ProtocolLine.decode(Request.self, line)
      await answer(request)
    } catch {
      events.send(.refused(id: Self.id(of: line), reason: "\(error)"))
    }
  }

  private mutating func answer(_ request: Request) async {
    Sandbox.allow(processorSeconds: limits.processorSeconds)
    let workshop = ready(request.order)
    events.send(await workshop.answer(request))
  }

  private mutating func ready(_ order: WorkOrder) -> Workshop {
    if let workshop, workshop.order == order { return workshop }
    let made = Workshop(order: order, dictionaries: dictionaries, limits: limits, events: events)
    workshop = made
    return made
  }

  private static func id(of line: Data) -> Int? {
    struct Numbered: Decodable { var id: Int }
    return try? ProtocolLine.decode(Numbered.self, line).id
  }
}
