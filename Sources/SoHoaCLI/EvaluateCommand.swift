import ArgumentParser
import Foundation
import SoHoaEvaluation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Judges results against typed truths.",
    discussion: """
      TRUTH_DIR holds NAME.truth.txt (the text; {a|b} where either reading is right), NAME.p1.truth.txt (the \
      text of one page) and NAME.record.json (the facts). RESULT_DIR holds what `sohoa convert` wrote: \
      NAME.json or NAME.VARIANT.json; or the plain text of another program, NAME.txt. Printed are syllable \
      and character error rates over the whole document, as seen and as restored, exact and blind to marks, \
      syllables lost wherever they stand, and precision, recall and F1 by field.
      """)

  @Argument(help: "Folder with truths.", completion: .directory) var truthDir: String
  @Argument(help: "Folder with results.", completion: .directory) var resultDir: String
  @Flag(help: "List the values that are missing or wrong, file by file.") var mistakes = false
  @Option(help: "Also write the figures as JSON to this file.", completion: .file()) var json: String?

  func run() throws {
    let evaluation: Evaluation
    do {
      evaluation = try Evaluation(
        truth: URL(fileURLWithPath: truthDir), results: URL(fileURLWithPath: resultDir))
    } catch {
      Console().say("sohoa: \(error)")
      throw ExitStatus.badInput.code
    }
    print(EvaluationTable(evaluation).text(mistakes: mistakes), terminator: "")
    if let json { try write(evaluation, to: json) }
    if evaluation.files.isEmpty { throw ExitStatus.nothingToDo.code }
  }

  private func write(_ evaluation: Evaluation, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try encoder.encode(evaluation).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Console().say("sohoa: \(path): cannot be written; choose another file")
      throw ExitStatus.noAccess.code
    }
  }
}
