import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Looks at a worker from outside: what memory it has, and whether it keeps its time.
final class ProcessWatch: Sendable {
  private static let pause = Duration.milliseconds(100)

  private struct State {
    var deadline: ContinuousClock.Instant?
    var seconds = 0.0
    var memory = 0
    var verdict: WorkerEnd?
  }

  private let process: Int32
  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: bytes.
  init(_ process: Int32, memory limit: Int) {
    self.process = process
    self.limit = limit
  }

  /// Why the worker was stopped.
  var verdict: WorkerEnd? { state.withLock(\.verdict) }

  /// - Parameter seconds: from now on; nil: as long as it likes.
  func allow(seconds: Double?) {
    state.withLock {
      $0.deadline = seconds.map { .now + .seconds($0) }
      $0.seconds = seconds ?? 0
    }
  }

  /// Most memory since the last time this was asked.
  func takeMemory() -> Int {
    state.withLock { state in
      defer { state.memory = 0 }
      return max(state.memory, Self.memory(of: process) ?? 0)
    }
  }

  /// Looks until there is a verdict or the task is cancelled.
  ///
  /// - Returns: whether there is one.
  func run() async -> Bool {
    while !Task.isCancelled {
      if look() { return true }
      try? await Task.sleep(for: Self.pause)
    }
    return false
  }

  private func look() -> Bool {
    let memory = Self.memory(of: process) ?? 0
    return state.withLock {
      $0.memory = max($0.memory, memory)
      if memory > limit {
        $0.verdict = .memory(bytes: limit)
      } else if let deadline = $0.deadline, deadline < .now {
        $0.verdict = .time(seconds: $0.seconds)
      }
      return $0.verdict != nil
    }
  }

  /// Bytes of its own: resident, without what files back.
  static func memory(of process: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8) else {
      return nil
    }
    let pages = text.split(separator: " ").compactMap { Int($0) }
    guard pages.count > 2 else { return nil }
    return (pages[1] - pages[2]) * sysconf(Int32(_SC_PAGESIZE))
  }
}
