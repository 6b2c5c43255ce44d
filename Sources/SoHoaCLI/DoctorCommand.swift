import ArgumentParser
import Foundation
import SoHoa
import SoHoaModel

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what is installed, what is missing, and the command that mends it.",
    discussion: ExitStatus.table)

  func run() throws {
    let checkup = Checkup()
    let console = Console()
    for item in checkup.items {
      print(Self.line(item))
      if let remedy = item.remedy { print("      → " + remedy.text(in: console.language)) }
    }
    if !checkup.isHealthy { throw ExitStatus.missingComponent.code }
  }

  private static func line(_ item: Checkup.Item) -> String {
    let mark = item.remedy == nil ? "ok" : item.isRequired ? "MISSING" : "absent"
    return mark.padding(toLength: 9, withPad: " ", startingAt: 0)
      + item.name.padding(toLength: 22, withPad: " ", startingAt: 0) + item.state
  }
}
