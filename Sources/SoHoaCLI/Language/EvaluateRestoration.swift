import ArgumentParser
import Foundation
import SoHoaDictionaries
import SoHoaVietnamese

extension ModelCommand {
  struct HeldOut: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes lines of documents that training left out, as pairs observed<TAB>printed.",
      discussion: "An empty line stands between documents.")

    @Argument(help: "Corpora, as for `model build`.") var corpora: [String]
    @Option(help: "unmarked, or right (observed as printed).") var look = "unmarked"
    @Option(help: "One document in this many was left out.") var heldOut = 50
    @Option(help: "Most lines; taken evenly from all that there are.") var lines = 4000
    @Option(name: .shortAndLong, help: "File to write.") var output: String

    func run() throws {
      var documents: [[String]] = []
      for path in corpora {
        try Corpus(contentsOf: URL(fileURLWithPath: path)).forEachDocument(.heldOut(oneIn: heldOut)) {
          documents.append($0.filter { $0.split(separator: " ").count >= 4 })
        }
      }
      let count = documents.reduce(0) { $0 + $1.count }
      let step = max(1, count / lines)
      var number = -1
      let chosen = documents.map { document in
        document.filter { _ in
          number += 1
          return number % step == 0
        }
      }.filter { !$0.isEmpty }
      let rows = chosen.map { $0.map(pair).joined(separator: "\n") }
      try Data((rows.joined(separator: "\n\n") + "\n").utf8).write(to: URL(fileURLWithPath: output))
      print("\(output): \(chosen.reduce(0) { $0 + $1.count }) of \(count) lines")
    }

    private func pair(_ line: String) -> String {
      "\(look == "right" ? line : HeldOutText.unmarked(line))\t\(line)"
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Restores the first column of pairs and judges it by the second.",
      discussion: "One file is one document, or several with empty lines between them.")

    @Argument(help: "Lines of observed<TAB>printed.") var pairs: [String]
    @Option(help: "automatic, ruined, unmarked or nearlyRight.") var channel = "automatic"
    @Option(help: "Print this many of what went wrong most often.") var confusions = 0

    func run() throws {
      let choice = ChannelKind(rawValue: channel).map { ChannelChoice.fixed($0) } ?? .automatic
      let restorer = try Restorer(dictionaries: .locate(), channel: choice)
      for path in pairs { try report(path, restorer) }
    }

    private func report(_ path: String, _ restorer: Restorer) throws {
      let documents = try documents(path)
      var score = RestorationScore()
      var seconds = 0.0
      for rows in documents {
        let lines = rows.map { $0[0].split(separator: " ").map { ObservedToken(String($0)) } }
        let start = clock()
        let restored = restorer.restore(lines)
        seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
        for index in rows.indices {
          score.add(observed: lines[index], restored: restored[index], printed: String(rows[index][1]))
        }
      }
      let observed = documents.joined().flatMap { $0[0].split(separator: " ") }.map {
        ObservedToken(String($0))
      }
      show(path, score, restorer.kind(of: [observed]), tokens: observed.count, seconds: seconds)
    }

    /// Of each document the rows of two cells.
    private func documents(_ path: String) throws -> [[[Substring]]] {
      try String(contentsOfFile: path, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty)
        .map { document in
          document.map { $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false) }
            .filter { $0.count == 2 }
        }
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
