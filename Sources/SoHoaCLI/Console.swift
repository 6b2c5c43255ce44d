import Foundation
import SoHoa
import SoHoaLedger
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

  /// Says why a command failed, and gives its exit code.
  func run(_ command: () async throws -> ExitStatus) async throws {
    do {
      let status = try await command()
      if status != .done { throw status.code }
    } catch let failure as ConversionFailure {
      say(failure.message)
      throw ExitStatus(failure.kind).code
    } catch let error as LedgerError {
      say(error.message)
      throw ExitStatus(error).code
    }
  }
}
