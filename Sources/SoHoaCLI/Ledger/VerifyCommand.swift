import ArgumentParser
import Foundation
import SoHoaLedger
import SoHoaModel

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks inputs and outputs of an output folder against their SHA-256.",
    discussion: """
      Inputs that have been taken away, and registers that have been written into, are told but are no error.

      \(ExitStatus.table)
      """)

  @Argument(help: "Output folder of a run.", completion: .directory) var directory: String
  @Flag(help: "Outputs only.") var outputsOnly = false
  @Flag(help: "As JSON.") var json = false

  func run() throws {
    let console = Console()
    var isSound = true
    try LedgerAnswer.give(console) { () throws(LedgerError) in
      let found = try LedgerSurvey(folder: URL(fileURLWithPath: directory)).verify(inputs: !outputsOnly)
      isSound = found.isSound
      let lines = VerificationText(found).lines.map { $0.text(in: console.language) }
      print(json ? LedgerAnswer.json(found) : lines.joined(separator: "\n"))
    }
    if !isSound { throw ExitStatus.notAsNoted.code }
  }
}

/// How a folder stands against its ledger, in lines for people.
struct VerificationText {
  private let found: LedgerVerification

  init(_ found: LedgerVerification) { self.found = found }

  var lines: [Message] {
    Self.lines(found.inputs, Message(en: "input", vi: "tệp vào"))
      + Self.lines(found.outputs, Message(en: "output", vi: "kết quả"))
      + Self.lines(found.runOutputs, Message(en: "register", vi: "sổ")) + [total]
  }

  private var total: Message {
    let sound = found.inputs.sound + found.outputs.sound + found.runOutputs.sound
    let other = [found.inputs, found.outputs, found.runOutputs]
      .map { $0.changed.count + $0.missing.count + $0.unreadable.count }.reduce(0, +)
    return Message(
      en: "\(sound) files as noted, \(other) not", vi: "\(sound) tệp đúng như đã ghi, \(other) tệp không")
  }

  private static func lines(_ files: LedgerVerification.Files, _ role: Message) -> [Message] {
    files.changed.map { Message(en: "\(role.en) changed: \($0)", vi: "\(role.vi) đã thay đổi: \($0)") }
      + files.missing.map { Message(en: "\(role.en) missing: \($0)", vi: "\(role.vi) không còn: \($0)") }
      + files.unreadable.map {
        Message(en: "\(role.en) unreadable: \($0)", vi: "\(role.vi) không đọc được: \($0)")
      }
  }
}
