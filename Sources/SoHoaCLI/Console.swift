import Foundation
import SoHoaModel
import SoHoaProgress

/// Where messages go: standard error, in the language of the locale. Standard output holds results only.
struct Console: Sendable {
  let language: MessageLanguage
  let screen: Screen

  init(environment: [String: String] = ProcessInfo.processInfo.environment, screen: Screen = Screen()) {
    self.screen = screen
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    language = locale?.hasPrefix("vi") == true ? .vietnamese : .english
  }

  func say(_ message: Message) { screen.write(message, in: language) }

  func say(_ text: String) { say(Message(en: text, vi: text)) }
}
