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

  func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
