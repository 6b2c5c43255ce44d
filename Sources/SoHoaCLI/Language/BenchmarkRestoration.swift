import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

extension ModelCommand {
  struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Times each part of the restorer on pairs, after checking what it gives.")

    @Argument(help: "Lines of observed<TAB>printed; one file, one document.") var pairs: [String]
    @Option(help: "Runs of each part; the best counts.") var rounds = 5
    @Option(help: "Share of tokens that may be wrong for the times to count.") var mostWrong = 0.1

    func run() throws {
      for path in pairs {
        let benchmark = try PartsBenchmark(
          dictionaries: .locate(), pairs: try PairFile.pairs(path), rounds: rounds)
        print(path)
        for figure in try benchmark.figures(mostWrong: mostWrong) { print(row(figure)) }
      }
    }

    private func row(_ figure: PartsBenchmark.Figure) -> String {
      let part = figure.part.padding(toLength: 34, withPad: " ", startingAt: 0)
      let milliseconds = String(format: "%9.2f ms", figure.seconds * 1000)
      let rate = String(format: "%12.0f %@ a second", Double(figure.count) / figure.seconds, figure.unit)
      return "  \(part)\(milliseconds)\(rate)"
    }
  }
}

/// Lines of observed<TAB>printed, with empty lines between documents.
enum PairFile {
  typealias Pair = (observed: String, printed: String)

  static func documents(_ path: String) throws -> [[Pair]] {
    try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty)
      .map { $0.compactMap(pair) }
  }

  static func pairs(_ path: String) throws -> [Pair] { try documents(path).flatMap { $0 } }

  private static func pair(_ line: Substring) -> Pair? {
    let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    return cells.count == 2 ? (String(cells[0]), String(cells[1])) : nil
  }
}
