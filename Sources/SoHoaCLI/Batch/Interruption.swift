import Dispatch
import Foundation

/// Ctrl-C and SIGTERM: what is being written is finished or left out whole, then the program ends with 130.
enum Interruption {
  /// Runs `work`; a signal cancels it. A second signal ends the program at once.
  /// - Returns: what the work gave, and whether there was a signal.
  static func watch<Value: Sendable>(
    _ work: @escaping @Sendable () async -> Value
  ) async -> (Value, isInterrupted: Bool) {
    let task = Task { await work() }
    let flag = Flag()
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if flag.raise() { exit(ExitStatus.interrupted.rawValue) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let value = await task.value
    return (value, flag.isRaised)
  }

  private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false

    var isRaised: Bool { lock.withLock { raised } }

    /// Returns whether it was raised before.
    func raise() -> Bool {
      lock.withLock {
        defer { raised = true }
        return raised
      }
    }
  }
}
