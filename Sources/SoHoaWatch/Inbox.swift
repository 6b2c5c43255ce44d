import Synchronization

/// Settled files that wait to be taken; filled by one thread, emptied by one task.
final class Inbox: Sendable {
  private struct State {
    var files: [SettledFile] = []
    var released: [String] = []
    var isClosed = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func put(_ files: [SettledFile]) {
    guard !files.isEmpty else { return }
    wake { $0.files += files }
  }

  /// Files that are to be given again once they are seen again.
  func release(_ path: String) { state.withLock { $0.released.append(path) } }

  func takeReleased() -> [String] {
    state.withLock { state in
      defer { state.released = [] }
      return state.released
    }
  }

  /// - Returns: whether it was open.
  func close() -> Bool {
    var wasOpen = false
    wake { state in
      wasOpen = !state.isClosed
      state.isClosed = true
    }
    return wasOpen
  }

  /// Waits for at least one; empty at the end, or when the task is cancelled.
  func next(atMost count: Int) async -> [SettledFile] {
    await withTaskCancellationHandler {
      while !Task.isCancelled {
        let files = take(count)
        if !files.isEmpty || isClosed { return files }
        await wait()
      }
      return []
    } onCancel: {
      wake { _ in }
    }
  }

  private func take(_ count: Int) -> [SettledFile] {
    state.withLock { state in
      defer { state.files.removeFirst(min(count, state.files.count)) }
      return Array(state.files.prefix(count))
    }
  }

  private func wait() async {
    await withCheckedContinuation { continuation in
      let isDue = state.withLock { state in
        if !state.files.isEmpty || state.isClosed || Task.isCancelled { return true }
        state.waiter = continuation
        return false
      }
      if isDue { continuation.resume() }
    }
  }

  private func wake(_ change: (inout State) -> Void) {
    let waiter = state.withLock { state in
      change(&state)
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }
}
