import Foundation
import GRDB
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// A folder of inputs and one of outputs, gone when the test is over.
final class Desk: Sendable {
  let root: URL
  let batch: TrialBatch

  var inputs: URL { batch.inputs }
  var output: URL { batch.output }
  var database: URL { output.appendingPathComponent(".sohoa/ledger.sqlite") }

  init(_ count: Int = 0) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-ledger-\(UUID().uuidString)")
    batch = TrialBatch(
      inputs: root.appendingPathComponent("vào"), output: root.appendingPathComponent("ra"))
    try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    for number in 0..<count { try write(number) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func input(_ name: String) -> URL { inputs.appendingPathComponent(name) }

  @discardableResult
  func write(_ number: Int, _ text: String? = nil) throws -> String {
    let file = input(String(format: "a%05d.txt", number))
    try Data((text ?? "\(number)/QĐ-UBND\nnội dung \(number)\n").utf8).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: input(name))
    return input(name).path
  }

  /// Files of the output folder, without the ledger's own.
  func outputs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: output.path).filter { $0 != ".sohoa" }.sorted()
  }

  func status() throws -> LedgerStatus { try LedgerSurvey(folder: output).status() }

  func verify() throws -> LedgerVerification { try LedgerSurvey(folder: output).verify() }

  /// What a new run would do.
  func plan(settings: SettingsKey = TrialBatch.settings) throws -> [String: Plan.Task] {
    let run = try Ledger(folder: output).run(settings: settings)
    return Dictionary(
      uniqueKeysWithValues: try run.plan(try batch.paths()).map {
        (URL(fileURLWithPath: $0.path).lastPathComponent, $0.task)
      })
  }

  func sql(_ text: String) throws -> [Row] {
    try DatabaseQueue(path: database.path).write { db in try Row.fetchAll(db, sql: text) }
  }

  /// The trial's own program.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("LedgerTrial")

  func process(_ extra: String...) -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [inputs.path, output.path] + extra
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}

extension Plan.Task {
  /// In a word, for tables.
  var word: String {
    switch self {
    case .convert(_, let reason): reason.rawValue
    case .upToDate(_, let edited, let moved):
      moved.map { "moved from \(URL(fileURLWithPath: $0).lastPathComponent)" }
        ?? (edited.isEmpty ? "up to date" : "edited \(edited.joined(separator: " "))")
    case .duplicate(_, let path): "duplicate of \(URL(fileURLWithPath: path).lastPathComponent)"
    case .failed(_, let failure): "failed \(failure.kind)"
    case .unreadable(let trouble): "unreadable \(trouble.number)"
    }
  }
}
