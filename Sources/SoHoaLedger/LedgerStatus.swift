import Foundation
internal import GRDB
import SoHoaModel

/// How a folder stands.
public struct LedgerStatus: Hashable, Codable, Sendable {
  public struct Failure: Hashable, Codable, Sendable {
    public var path: String
    public var kind: String
    public var message: Message
    public var attempts: Int
  }

  public struct Duplicate: Hashable, Codable, Sendable {
    public var path: String
    public var of: String
  }

  /// Two files that claim to be the same document.
  public struct Alarm: Hashable, Codable, Sendable {
    public var path: String
    public var other: String
    public var shown: String
  }

  public struct Run: Hashable, Codable, Sendable {
    /// `running`, `ended`, `interrupted`.
    public var outcome: String
    /// Seconds since 1970, by the clock of then.
    public var begun: Double
    public var ended: Double?
    public var process: Int32
    public var host: String
    public var arguments: [String]
    public var directory: String
  }

  /// The run that works on the folder now; null if none does.
  public var holder: LockHolder?
  public var done = 0
  public var waiting = 0
  /// In work now; left in the middle where nobody holds the folder.
  public var running = 0
  public var needsReview = 0
  public var pages = 0
  /// Of conversions that are done, added up.
  public var seconds = 0.0
  /// Findings of documents that are done, by code.
  public var findings: [String: Int] = [:]
  public var failures: [Failure] = []
  public var duplicates: [Duplicate] = []
  public var alarms: [Alarm] = []
  /// Documents that are out of their issuer's sequence, each with one that it contradicts.
  public var sequence: [Alarm] = []
  public var lastRun: Run?

  init(_ db: Database, _ holder: LockHolder?) throws {
    self.holder = holder
    try count(db)
    try addUp(db)
    failures = try Self.failures(db) + Self.unreadable(db)
    duplicates = try Self.duplicates(db)
    alarms = try NumberClashes(db: db).all().map { Alarm(path: $0.path, other: $0.other, shown: $0.shown) }
    sequence = try NumberSequence(db: db).all().map { Alarm(path: $0.path, other: $0.other, shown: $0.shown) }
    lastRun = try Self.lastRun(db)
  }

  private mutating func count(_ db: Database) throws {
    for row in try db.rows("SELECT state, count(*) AS number FROM documents GROUP BY state") {
      let number: Int = row["number"]
      switch LedgerState(rawValue: row["state"]) {
      case .done: done = number
      case .waiting: waiting = number
      case .running, .placing: running += number
      case .failed, .replaced, nil: break
      }
    }
  }

  private mutating func addUp(_ db: Database) throws {
    let rows = try db.rows("SELECT findings, review, pages, seconds FROM documents WHERE state = 'done'")
    for row in rows {
      pages += row["pages"] ?? 0
      seconds += row["seconds"] ?? 0
      if row["review"] == true as Bool? { needsReview += 1 }
      let counts = try JSONDecoder().decode([String: Int].self, from: Data((row["findings"] ?? "{}").utf8))
      findings.merge(counts, uniquingKeysWith: +)
    }
  }

  private static func failures(_ db: Database) throws -> [Failure] {
    try db.rows("SELECT * FROM documents WHERE state = 'failed' ORDER BY source").map { row in
      let entry = DocumentEntry(row)
      return Failure(
        path: entry.source, kind: entry.failure.kind, message: entry.failure.message,
        attempts: entry.document.attempts)
    }
  }

  private static func unreadable(_ db: Database) throws -> [Failure] {
    try db.rows("SELECT path, trouble FROM paths WHERE trouble IS NOT NULL ORDER BY path").map { row in
      let trouble = FileTrouble(row["trouble"])
      let path: String = row["path"]
      return Failure(
        path: path, kind: trouble.isGone ? "badInput" : "noAccess", message: trouble.message(path),
        attempts: 0)
    }
  }

  private static func duplicates(_ db: Database) throws -> [Duplicate] {
    try db.rows(
      """
      SELECT path, source FROM paths JOIN documents ON documents.id = paths.document
      WHERE duplicate = 1 ORDER BY path
      """
    ).map { Duplicate(path: $0["path"], of: $0["source"]) }
  }

  private static func lastRun(_ db: Database) throws -> Run? {
    try db.row("SELECT * FROM runs ORDER BY id DESC LIMIT 1").map { row in
      Run(
        outcome: row["outcome"], begun: row["begun"], ended: row["ended"], process: row["process"],
        host: row["host"],
        arguments: try JSONDecoder().decode([String].self, from: Data((row["arguments"] as String).utf8)),
        directory: row["directory"])
    }
  }
}

extension FileTrouble {
  /// - Parameter path: of the file.
  public func message(_ path: String) -> Message {
    let reason = String(cString: strerror(number))
    return switch number {
    case ENOENT, ENOTDIR:
      Message(
        en: "\(path): not there any more; put it back, or leave it out",
        vi: "\(path): không còn ở đó; hãy đặt lại tệp hoặc bỏ qua")
    case EACCES, EPERM:
      Message(
        en: "\(path): may not be read; change its rights, then run again",
        vi: "\(path): không có quyền đọc; hãy đổi quyền rồi chạy lại")
    case EINVAL, EISDIR:
      Message(
        en: "\(path): not a regular file; only files can be converted",
        vi: "\(path): không phải tệp thông thường; chỉ chuyển đổi được tệp")
    default:
      Message(
        en: "\(path): cannot be read (\(reason)); check the disk or the share, then run again",
        vi: "\(path): không đọc được (\(reason)); hãy kiểm tra ổ đĩa hoặc thư mục chia sẻ rồi chạy lại")
    }
  }
}
