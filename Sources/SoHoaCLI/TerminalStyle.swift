import Foundation
import SoHoaExport

extension CardStyle {
  /// Colour and wrapping where standard output is a terminal; `NO_COLOR` and a dumb terminal are obeyed.
  static var standardOutput: CardStyle {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    let environment = ProcessInfo.processInfo.environment
    let wantsNone = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return CardStyle(isColoured: !wantsNone && environment["TERM"] != "dumb", columns: columns)
  }

  private static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
