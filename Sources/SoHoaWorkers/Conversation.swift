import Foundation
import Subprocess

/// Requests and answers, one after the other, with one worker.
struct Conversation {
  /// The worker does not answer any more.
  struct Broken: Error {
    /// Nil where its process's status says why.
    var end: WorkerEnd?
  }

  /// Read for the last request.
  private(set) var pages = 0
  private let writer: StandardInputWriter
  private var output: SubprocessOutputSequence.Iterator
  private let limits: WorkerLimits
  private let watch: ProcessWatch
  private var cutter: LineCutter
  private var lines: [Data] = []
  private(set) var hasGreeted = false

  init(
    writer: StandardInputWriter, output: SubprocessOutputSequence, limits: WorkerLimits, watch: ProcessWatch
  ) {
    self.writer = writer
    self.output = output.makeAsyncIterator()
    self.limits = limits
    self.watch = watch
    cutter = LineCutter(limit: limits.lineBytes)
  }

  /// Waits for the answer to the request that was asked first and has none yet.
  ///
  /// - Parameters:
  ///   - heard: told of all events of the request, as they come.
  ///   - nextRequest: asked for, with their number, once all pages are read, so that the worker need not wait for it
  ///     when it is done.
  /// - Returns: the event that ends the request.
  mutating func answer(
    to request: Request, heard: (Event) -> Void, nextRequest: (Int) async -> Request?
  ) async throws(Broken) -> Event {
    pages = 0
    var announced = 0
    watch.allow(seconds: limits.seconds)
    defer { watch.allow(seconds: nil) }
    while true {
      let event = try await event()
      guard event.id == request.id else { throw Broken(end: .nonsense("an answer to no request")) }
      heard(event)
      switch event {
      case .begun(_, let count):
        announced = count
        watch.allow(seconds: limits.seconds + limits.secondsPerPage * Double(max(0, min(count, 1_000_000))))
      case .page:
        pages += 1
        if pages == announced, let next = await nextRequest(pages) { try await send(next) }
      case .refused(_, let reason): throw Broken(end: .nonsense(reason))
      default:
        guard event.answers(request) else { throw Broken(end: .nonsense("an answer to something else")) }
        return event
      }
    }
  }

  /// Waits for the worker's first words.
  private mutating func greet() async throws(Broken) {
    guard !hasGreeted else { return }
    watch.allow(seconds: limits.secondsToStart)
    guard case .hello(let hello) = try await event(), hello.version == Event.version else {
      throw Broken(end: .nonsense("not a worker of protocol \(Event.version)"))
    }
    hasGreeted = true
  }

  mutating func ask(_ request: Request) async throws(Broken) {
    try await greet()
    try await send(request)
  }

  private func send(_ request: Request) async throws(Broken) {
    do {
      var rest = [UInt8](try ProtocolLine.encode(request))
      while !rest.isEmpty { rest.removeFirst(try await writer.write(rest)) }
    } catch {
      throw Broken(end: nil)
    }
  }

  private mutating func event() async throws(Broken) -> Event {
    let line = try await line()
    do {
      return try ProtocolLine.decode(Event.self, line)
    } catch {
      throw Broken(end: .nonsense("a line that is no event"))
    }
  }

  private mutating func line() async throws(Broken) -> Data {
    while lines.isEmpty {
      guard let buffer = try? await output.next() else { throw Broken(end: nil) }
      do {
        lines = try buffer.withUnsafeBytes { try cutter.take($0) }
      } catch {
        throw Broken(end: .nonsense("a line of more than \(limits.lineBytes) bytes"))
      }
    }
    return lines.removeFirst()
  }
}
