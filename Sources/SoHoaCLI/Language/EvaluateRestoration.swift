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

    func validate() throws {
      guard lines > 0, heldOut > 0 else { throw ValidationError("--lines and --held-out: give 1 or more") }
    }

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
          return number % step == 0 && number / step < lines
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
    @Flag(help: "Print a table of the share of wrong tokens, one part of the restorer left out at a time.")
    var ablation = false

    func run() throws {
      if ablation { return try printAblation() }
      let restorer = try restorer(.init())
      for path in pairs {
        let judged = try JudgedPairs(path, restorer)
        print(judged.summary)
        for row in judged.score.worst(confusions) { print("  " + row) }
      }
    }

    private func restorer(_ parts: RestorerParts) throws -> Restorer {
      let choice = ChannelKind(rawValue: channel).map { ChannelChoice.fixed($0) } ?? .automatic
      return try Restorer(dictionaries: .locate(), channel: choice, parts: parts)
    }

    private func printAblation() throws {
      let names = pairs.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
      print("| restorer | " + names.joined(separator: " | ") + " |")
      print("|---|" + names.map { _ in "---" }.joined(separator: "|") + "|")
      for (name, parts) in RestorerParts.ablation {
        let restorer = try restorer(parts)
        let cells = try pairs.map { try JudgedPairs($0, restorer).percent(\.wrongAfter) }
        print("| \(name) | " + cells.joined(separator: " | ") + " |")
      }
    }
  }
}

/// A file of pairs, restored document by document and judged.
struct JudgedPairs {
  let path: String
  let kind: ChannelKind
  private(set) var score = RestorationScore()
  private var tokens = 0
  /// CPU time of the process.
  private var seconds = 0.0

  init(_ path: String, _ restorer: Restorer) throws {
    self.path = path
    guard !path.hasSuffix(".jsonl") else {
      let pages = try ReadPage.pages(contentsOf: URL(fileURLWithPath: path))
      kind = restorer.kind(of: pages.flatMap(\.lines))
      for page in pages { add(page, restorer) }
      return
    }
    let documents = try PairFile.documents(path)
    kind = restorer.kind(of: documents.joined().map { Self.tokens($0.observed) })
    for document in documents { add(document, restorer) }
  }

  private mutating func add(_ document: [PairFile.Pair], _ restorer: Restorer) {
    let lines = document.map { Self.tokens($0.observed) }
    let start = clock()
    let restored = restorer.restore(lines)
    seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
    for index in document.indices {
      tokens += lines[index].count
      score.add(observed: lines[index], restored: restored[index], printed: document[index].printed)
    }
  }

  /// Each page is a document.
  private mutating func add(_ page: ReadPage, _ restorer: Restorer) {
    let start = clock()
    let restored = restorer.restore(page.lines)
    seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
    tokens += page.lines.reduce(0) { $0 + $1.count }
    score.add(
      observed: page.lines.flatMap(\.self), restored: restored.flatMap(\.self),
      printed: page.printed.joined(separator: " "))
  }

  private static func tokens(_ line: String) -> [ObservedToken] {
    line.split(separator: " ").map { ObservedToken(String($0)) }
  }

  func percent(_ count: KeyPath<RestorationScore, Int>) -> String {
    String(format: "%.3f %%", 100 * Double(score[keyPath: count]) / Double(max(score.tokens, 1)))
  }

  var summary: String {
    "\(path) (\(kind.rawValue)): tokens \(score.tokens), wrong before \(percent(\.wrongBefore)),"
      + " after \(percent(\.wrongAfter)), broken \(percent(\.broken)),"
      + " digits altered \(score.digitsAltered),"
      + String(
        format: " calibration %.3f, %.0f tokens a CPU second", score.calibrationError,
        Double(tokens) / seconds)
  }
}

extension RestorationScore {
  /// What went wrong most often.
  func worst(_ count: Int) -> [String] {
    let sorted = confusions.sorted {
      ($1.value, $0.key.observed, $0.key.printed) < ($0.value, $1.key.observed, $1.key.printed)
    }
    return sorted.prefix(count).map { "\($1)\t\($0.observed)\t\($0.printed)\t-> \($0.restored)" }
  }
}
