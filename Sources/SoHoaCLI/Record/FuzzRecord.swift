import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries

struct FuzzRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Tries structure and extraction on text files damaged at random.")

  @Argument(help: "Text files to damage.", completion: .file()) var texts: [String]
  @Option(help: "Stop after so many seconds.") var seconds = 60
  @Option(help: "Where the random numbers begin; a run with the same seed is the same.") var seed: UInt64 = 1
  @Option(help: "Milliseconds that a thousand words may take.") var slow = 250.0
  @Option(help: "File for the text in work: what is left there has ended the program.") var trace: String?

  func run() throws {
    let trial = try RecordTrial(dictionaries: .locate())
    let sources = try texts.map { try String(contentsOfFile: $0, encoding: .utf8) }
    var (tried, bad, slowest) = (0, 0, 0.0)
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      var mutator = TextMutator(sources: sources, seed: seed &+ UInt64(tried))
      let text = mutator.text()
      if let trace { try Data(text.utf8).write(to: URL(fileURLWithPath: trace)) }
      let (faults, pace) = try attempt(trial, text)
      slowest = max(slowest, pace)
      if !faults.isEmpty {
        bad += 1
        print("seed \(seed &+ UInt64(tried)): " + faults.prefix(3).joined(separator: "; "))
      }
      tried += 1
    }
    print("\(tried) texts, \(bad) with faults, slowest \(Int(slowest)) ms for a thousand words")
    if bad > 0 { throw ExitCode.failure }
  }

  private func attempt(_ trial: RecordTrial, _ text: String) throws -> (faults: [String], pace: Double) {
    guard let pages = try? RecordTrial.pages(text) else { return ([], 0) }
    let start = ContinuousClock.now
    let structure = trial.structure(pages)
    let extraction = trial.extraction(pages, structure)
    let words = max(1000, pages.reduce(0) { $0 + $1.words.count })
    let pace = (ContinuousClock.now - start) / .milliseconds(1) * 1000 / Double(words)
    var faults = RecordTrial.faults(pages, structure, extraction)
    if pace > slow { faults.append("\(Int(pace)) ms for a thousand words") }
    return (faults, pace)
  }
}
