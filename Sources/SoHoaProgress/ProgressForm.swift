#if canImport(Glibc)
  import Glibc
#endif

/// How a run shows where it is.
public enum ProgressForm: String, CaseIterable, Sendable {
  /// A bar on a terminal, lines elsewhere.
  case auto
  case bar
  case plain
  case json
  case none

  /// With `auto` decided.
  public func resolved(isTerminal: Bool) -> ProgressForm {
    self == .auto ? (isTerminal ? .bar : .plain) : self
  }

  /// Whether standard error is a terminal that can draw over a line.
  public static func isTerminal(_ environment: [String: String]) -> Bool {
    isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// Of the terminal at standard error.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
