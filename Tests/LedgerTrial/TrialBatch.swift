import Foundation
import SoHoaLedger
import SoHoaModel

/// A batch as a run does it, with texts in place of scans: every file of a folder becomes two outputs, those that say so
/// fail, and lines of all go into one file.
public struct TrialBatch: Sendable {
  public static let settings = SettingsKey(
    ConversionSettings(), formats: ["json", "txt"], software: Software(components: []))

  public let inputs: URL
  public let output: URL

  public init(inputs: URL, output: URL) {
    self.inputs = inputs
    self.output = output
  }

  /// - Parameter foreign: what becomes of files that are not the ledger's.
  /// - Returns: how many were converted.
  @discardableResult
  public func run(foreign: ForeignFile = .refuse) throws -> Int {
    let ledger = try Ledger(folder: output)
    let run = try ledger.run(settings: Self.settings, arguments: ["convert", inputs.path])
    var converted = 0
    let paths = try paths()
    for plan in try run.plan(paths) {
      guard case .convert(let document, _) = plan.task else { continue }
      try convert(plan.path, document, run, foreign)
      converted += 1
    }
    try writeLines(run, paths)
    try run.end()
    return converted
  }

  public func paths() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: inputs.path).sorted()
      .map { inputs.appendingPathComponent($0).path }
  }

  private func convert(
    _ path: String, _ document: LedgerDocument, _ run: LedgerRun, _ foreign: ForeignFile
  ) throws {
    try run.begin(document)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard !text.hasPrefix("hỏng") else {
      let failure = LedgerFailure(kind: "badInput", message: Message(en: "\(path): bad", vi: "\(path): hỏng"))
      return try run.fail(document, failure, seconds: 0.01)
    }
    let stage = run.ledger.place.stages.appendingPathComponent("\(document.id)")
    try FileManager.default.createDirectory(at: stage, withIntermediateDirectories: true)
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let staged = try Self.outputs(of: text).map { format, data in
      let file = stage.appendingPathComponent(format)
      try Self.write(data, to: file)
      return StagedOutput(
        staged: file.path,
        output: LedgerOutput(
          path: "\(name).\(format)", format: format, bytes: data.count, sha256: Self.sha256(file)))
    }
    let outcome = Outcome(
      sha256: document.sha256, seconds: 0.01, pages: 1, findings: ["page.blank": 1],
      numbers: [Self.number(text)], record: Data(Self.line(text).utf8))
    _ = try run.place(staged, of: document, outcome, foreign: foreign)
    try FileManager.default.removeItem(at: stage)
  }

  /// `01/QĐ-UBND …` of the first line.
  static func number(_ text: String) -> NumberKey {
    NumberKey(
      number: String(text.prefix { !$0.isWhitespace }), issuer: "Ủy ban nhân dân xã Thử", year: 2026)
  }

  /// What a text becomes, by format; long enough that half of it is told from all of it.
  public static func outputs(of text: String) -> [(format: String, data: Data)] {
    [
      ("json", Data("{\"text\":\"\(text)\"}\n".utf8)),
      ("txt", Data(String(repeating: text, count: 400).utf8)),
    ]
  }

  public static func line(_ text: String) -> String {
    text.split(separator: "\n").first.map { "\($0)\n" } ?? "\n"
  }

  private func writeLines(_ run: LedgerRun, _ paths: [String]) throws {
    var lines = Data()
    var rows = 0
    for document in try run.recorded(paths) {
      lines += try run.record(of: document)?.json ?? Data()
      rows += 1
    }
    let target = output.appendingPathComponent("lines.jsonl")
    let temporary = output.appendingPathComponent(".sohoa-lines.tmp")
    try Self.write(lines, to: temporary)
    try run.place(RunOutputNote(target: target, temporary: temporary, rows: rows))
  }

  static func write(_ data: Data, to url: URL) throws {
    try data.write(to: url)
    let file = try FileHandle(forWritingTo: url)
    try file.synchronize()
    try file.close()
  }

  public static func sha256(_ file: URL) -> String { (try? LedgerHash.of(file.path)) ?? "" }
}
