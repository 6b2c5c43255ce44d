import Foundation
import SoHoaModel

/// Where messages go: standard error, in the language of the locale. Standard output holds results only.
struct Console: Sendable {
  let language: MessageLanguage

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    language = locale?.hasPrefix("vi") == true ? .vietnamese : .english
  }

  func say(_ message: Message) { say(message.text(in: language)) }

  /// Whoever has closed standard error wants no messages.
  func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((Self.harmless(text) + "\n").utf8))
  }

  /// Names of files can hold what moves the cursor or colours the terminal: such characters are shown as `?`.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" ? "?" : $0
        }))
  }
}
