import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries

struct BenchmarkRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Times structure and extraction on text, and on ever longer files made of it.")

  @Argument(help: "Text files; form feeds part pages.", completion: .file()) var texts: [String]
  @Option(help: "Pages of the long files.") var pages = [20, 200, 2000]
  @Option(help: "Runs of each; the best counts.") var rounds = 3

  func run() throws {
    let trial = try RecordTrial(dictionaries: .locate())
    let sheets = try texts.flatMap { path in
      try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\u{c}")
    }
    print("pages   structure  extraction   ms a page   peak MB  (ms)")
    for count in [sheets.count] + pages {
      let text = (0..<count).map { sheets[$0 % sheets.count] }.joined(separator: "\u{c}")
      let figure = try measure(trial, text)
      let each = (figure.structure + figure.extraction) / Double(count)
      let row = [figure.structure, figure.extraction, each].map { String(format: "%11.2f", $0) }
      print(
        ([String(format: "%5d", count)] + row + [String(format: "%9d", Self.peak)]).joined(separator: " "))
    }
  }

  private func measure(_ trial: RecordTrial, _ text: String) throws -> (structure: Double, extraction: Double)
  {
    let pages = try RecordTrial.pages(text)
    var best = (structure: Double.infinity, extraction: Double.infinity)
    for _ in 0..<max(1, rounds) {
      let clock = ContinuousClock()
      let start = clock.now
      let structure = trial.structure(pages)
      let middle = clock.now
      _ = trial.extraction(pages, structure)
      best.structure = min(best.structure, (middle - start) / .milliseconds(1))
      best.extraction = min(best.extraction, (clock.now - middle) / .milliseconds(1))
    }
    return best
  }

  /// Peak memory of the program until now, in MB.
  private static var peak: Int {
    var usage = rusage()
    _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
