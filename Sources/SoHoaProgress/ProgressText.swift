import Foundation
import SoHoaExport
import SoHoaModel

/// How a run stands, in words.
struct ProgressText {
  private static let widestBar = 30
  private static let leastBar = 8

  let language: MessageLanguage

  /// What fits in so many columns: a bar, then what matters most; the rest is left out.
  func bar(_ tally: ProgressTally, at moment: Duration, columns: Int) -> String {
    var text = counts(tally)
    let pieces = self.pieces(tally, at: moment)
    for piece in pieces {
      let longer = text + " · " + piece
      guard TerminalText.width(longer) < columns else { break }
      text = longer
    }
    let room = columns - TerminalText.width(text) - 4
    guard room >= Self.leastBar else { return Self.cut(text, to: columns - 1) }
    let width = min(room, Self.widestBar)
    let done = tally.files > 0 ? width * tally.filesEnded / tally.files : 0
    return "[" + String(repeating: "#", count: done) + String(repeating: "-", count: width - done) + "] "
      + text
  }

  /// A line for a log.
  func line(_ tally: ProgressTally, at moment: Duration) -> String {
    ([counts(tally)] + pieces(tally, at: moment)).joined(separator: " · ")
  }

  private func counts(_ tally: ProgressTally) -> String {
    say("\(tally.filesEnded) of \(tally.files) files", "\(tally.filesEnded)/\(tally.files) tệp")
  }

  private func pieces(_ tally: ProgressTally, at moment: Duration) -> [String] {
    var pieces: [String] = []
    if tally.failed > 0 { pieces.append(say("\(tally.failed) failed", "\(tally.failed) lỗi")) }
    if let left = tally.timeLeft(at: moment), tally.filesEnded < tally.files {
      pieces.append(say("\(time(left)) left", "còn \(time(left))"))
    }
    pieces.append(say("\(tally.pages) pages", "\(tally.pages) trang"))
    if let rate = tally.pagesPerMinute(at: moment) {
      let rate = String(format: rate < 10 ? "%.1f" : "%.0f", rate)
      pieces.append(say("\(rate) a minute", "\(rate) trang/phút"))
    }
    if let only = tally.only {
      let name = TerminalText.safe((only.file as NSString).lastPathComponent)
      pieces.append(name + (only.pages.map { " \(only.read)/\($0)" } ?? ""))
    }
    return pieces
  }

  /// Rounded, since it is a guess: seconds below a minute, minutes below two hours.
  func time(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    switch seconds {
    case ..<60: return say("\(max(1, seconds)) s", "\(max(1, seconds)) giây")
    case ..<7200: return say("\((seconds + 30) / 60) min", "\((seconds + 30) / 60) phút")
    default: return say("\((seconds + 1800) / 3600) h", "\((seconds + 1800) / 3600) giờ")
    }
  }

  private func say(_ en: String, _ vi: String) -> String { Message(en: en, vi: vi).text(in: language) }

  private static func cut(_ text: String, to columns: Int) -> String {
    var text = text[...]
    while TerminalText.width(text) > max(1, columns) { text.removeLast() }
    return String(text)
  }
}
