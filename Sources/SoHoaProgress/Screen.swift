import Foundation
import SoHoaModel
import Synchronization

/// Standard error as all who write to it share it: whole lines, one at a time, and a line below them that is drawn over
/// and over.
public final class Screen: Sendable {
  private static let erase = "\r\u{1B}[K"

  private let bar = Mutex("")
  private let output: @Sendable (String) -> Void
  /// Messages are JSON, a line each.
  public let isJSON: Bool

  /// - Parameter output: takes what is written.
  public init(isJSON: Bool = false, output: @escaping @Sendable (String) -> Void = Screen.standardError) {
    self.isJSON = isJSON
    self.output = output
  }

  /// A line that stays.
  public func write(_ line: String) {
    bar.withLock { bar in output(bar.isEmpty ? line + "\n" : Self.erase + line + "\n" + bar) }
  }

  /// Characters that would steer a terminal are shown as `?`.
  public func write(harmless text: String) { write(FileLine.harmless(text)) }

  /// The line below all others; empty takes it away.
  func draw(_ line: String) {
    bar.withLock { bar in
      guard line != bar else { return }
      bar = line
      output(Self.erase + line)
    }
  }

  /// Whoever has closed standard error wants no messages.
  public static let standardError: @Sendable (String) -> Void = { text in
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
