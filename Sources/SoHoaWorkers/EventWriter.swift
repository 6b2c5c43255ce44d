import Foundation
import SoHoaExport
import SoHoaFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Writes events, whole lines one after the other, from whichever thread.
final class EventWriter: Sendable {
  private let file: Int32
  private let turn = Mutex(())

  init(_ file: Int32) { self.file = file }

  /// Takes standard output for itself: what a library prints there goes to standard error from now on.
  static func takingStandardOutput() -> EventWriter {
    let own = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return EventWriter(own)
  }

  /// Ends the process if nobody reads any more.
  func send(_ event: Event) {
    turn.withLock { _ in
      do {
        try AtomicFile.append(ProtocolLine.encode(event), to: file)
      } catch {
        exit(EXIT_FAILURE)
      }
    }
  }
}
