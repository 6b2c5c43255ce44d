import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

extension ModelCommand {
  struct HeldOut: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes lines of documents that training left out, as pairs observed<TAB>printed.")

    @Argument(help: "Corpora, as for `model build`.") var corpora: [String]
    @Option(help: "unmarked, or right (observed as printed).") var look = "unmarked"
    @Option(help: "One document in this many was left out.") var heldOut = 50
    @Option(help: "Most lines; taken evenly from all that there are.") var lines = 4000
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      var all: [String] = []
      for path in corpora {
        try Corpus(contentsOf: URL(fileURLWithPath: path)).forEachLine(.heldOut(oneIn: heldOut)) { line in
          if line.split(separator: " ").count >= 4 { all.append(line) }
        }
      }
      let step = max(1, all.count / lines)
      let chosen = stride(from: 0, to: all.count, by: step).map { all[$0] }.prefix(lines)
      let rows = chosen.map { "\(look == "right" ? $0 : HeldOutText.unmarked($0))\t\($0)" }
      try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: output))
      print("\(output): \(rows.count) of \(all.count) lines")
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Restores the first column of pairs and judges it by the second; one file, one document.")

    @Argument(help: "Lines of observed<TAB>printed.") var pairs: [String]
    @Option(help: "automatic, ruined, unmarked or nearlyRight.") var channel = "automatic"
    @Option(help: "Print this many of what went wrong most often.") var confusions = 0

    func run() throws {
      let choice = ChannelKind(rawValue: channel).map { ChannelChoice.fixed($0) } ?? .automatic
      let restorer = try Restorer(dictionaries: .locate(), channel: choice)
      for path in pairs { try report(path, restorer) }
    }

    private func report(_ path: String, _ restorer: Restorer) throws {
      let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
        $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      }.filter { $0.count == 2 }
      let lines = rows.map { $0[0].split(separator: " ").map { ObservedToken(String($0)) } }
      let start = clock()
      let restored = restorer.restore(lines)
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      var score = RestorationScore()
      for index in rows.indices {
        score.add(observed: lines[index], restored: restored[index], printed: String(rows[index][1]))
      }
      show(path, score, restorer.kind(of: lines), tokens: lines.reduce(0) { $0 + $1.count }, seconds: seconds)
    }

    private func show(
      _ path: String, _ score: RestorationScore, _ kind: ChannelKind, tokens: Int, seconds: Double
    ) {
      func percent(_ count: Int) -> String {
        String(format: "%.3f %%", 100 * Double(count) / Double(max(score.tokens, 1)))
      }
      print(
        "\(path) (\(kind.rawValue)): tokens \(score.tokens), wrong before \(percent(score.wrongBefore)),"
          + " after \(percent(score.wrongAfter)), broken \(percent(score.broken)),"
          + " digits altered \(score.digitsAltered),"
          + String(
            format: " calibration %.3f, %.0f tokens a CPU second", score.calibrationError,
            Double(tokens) / seconds))
      let worst = score.confusions.sorted {
        ($1.value, $0.key.observed, $0.key.printed) < ($0.value, $1.key.observed, $1.key.printed)
      }
      for (confusion, count) in worst.prefix(confusions) {
        print("  \(count)\t\(confusion.observed)\t\(confusion.printed)\t-> \(confusion.restored)")
      }
    }
  }
}
