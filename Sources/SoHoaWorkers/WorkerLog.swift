import Foundation
import Logging
import Subprocess

/// What a worker writes to standard error, as far as it is worth keeping.
struct WorkerLog {
  private static let longestLine = 1000
  let logger: Logger
  let process: Int32
  let limit: Int

  /// Reads to the end, whatever comes; beyond the limit nothing is kept.
  func drain(_ output: SubprocessOutputSequence) async {
    var left = limit
    do {
      for try await buffer in output {
        guard left > 0 else { continue }
        let text = buffer.withUnsafeBytes { String(decoding: $0.prefix(left), as: UTF8.self) }
        left -= buffer.count
        tell(text)
        if left <= 0 {
          logger.warning("worker \(process): more than \(limit) bytes of log, the rest is left out")
        }
      }
    } catch {
      logger.debug("worker \(process): log ended: \(error)")
    }
  }

  private func tell(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      logger.warning("worker \(process): \(line.prefix(Self.longestLine))")
    }
  }
}
