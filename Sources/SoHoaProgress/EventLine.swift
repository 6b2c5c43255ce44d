import Foundation
import SoHoaModel

/// Events as lines of JSON: docs/progress.md.
struct EventLine: Encodable {
  /// Raised when a member changes its meaning; new members do not raise it.
  static let version = 1

  var event: String
  /// Since the run began.
  var seconds: Double
  var version: Int?
  var program: String?
  var file: String?
  var page: Int?
  var outcome: FileReport.Outcome?
  var files: Int?
  var ended: Int?
  var pages: Int?
  var pagesPerMinute: Double?
  var secondsLeft: Double?
  /// How many of each code.
  var findings: [String: Int]?
  var failure: FileReport.Failure?
  var sameAs: String?
  var outputs: [String]?
  var summary: Message?
  var outcomes: [String: Int]?
  var isInterrupted: Bool?
  var report: String?
  var message: Message?

  init(_ event: String, at moment: Duration) {
    self.event = event
    seconds = Self.rounded(moment)
  }

  init(_ event: BatchEvent, at moment: Duration, showsContent: Bool) {
    switch event {
    case .found(let count):
      self.init("found", at: moment)
      files = count
    case .fileBegan(let file, let pages):
      self.init("fileBegan", at: moment)
      self.file = file
      self.pages = pages
    case .pageRead(let file, let page):
      self.init("page", at: moment)
      self.file = file
      self.page = page
    case .fileEnded(let report):
      self.init(report, at: moment, showsContent: showsContent)
    }
  }

  private init(_ report: FileReport, at moment: Duration, showsContent: Bool) {
    self.init("fileEnded", at: moment)
    file = report.file
    outcome = report.outcome
    pages = report.pages
    findings = Dictionary(report.findings.map { ($0.code, 1) }, uniquingKeysWith: +)
    failure = report.failure
    sameAs = report.sameAs
    outputs = report.outputs
    if showsContent { summary = report.summary }
  }

  init(_ tally: ProgressTally, at moment: Duration) {
    self.init("progress", at: moment)
    files = tally.files
    ended = tally.filesEnded
    pages = tally.pages
    pagesPerMinute = tally.pagesPerMinute(at: moment).map { ($0 * 10).rounded() / 10 }
    secondsLeft = tally.timeLeft(at: moment).map(Self.rounded)
  }

  var text: String { Self.text(self) }

  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: (try? encoder.encode(value)) ?? Data("{}".utf8), as: UTF8.self)
  }

  private static func rounded(_ moment: Duration) -> Double { (moment / .milliseconds(1)).rounded() / 1000 }
}
