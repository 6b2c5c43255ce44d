import SoHoaModel

/// One document of a ledger: a content with the settings that it is converted with.
public struct LedgerDocument: Hashable, Sendable {
  public var id: Int64
  /// Lower-case hexadecimal.
  public var sha256: String
  public var bytes: Int
  /// How often its conversion was begun before, whatever came of it.
  public var attempts: Int
}

/// What is to be done for one input, and why.
public struct Plan: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable {
    /// Never seen.
    case new
    /// Another content lay at this path.
    case contentChanged
    /// Done with other settings, formats or versions.
    case settingsChanged
    /// The last attempt ended with its run.
    case interrupted
    /// A person wants it again.
    case retried
    /// Outputs have been taken away, or given to another document.
    case outputsMissing
    /// Planned by an earlier run that never came to it.
    case waiting
    /// Its result is wanted for an output of the run, and was not kept.
    case recordMissing
  }

  public enum Task: Hashable, Sendable {
    case convert(LedgerDocument, Reason)
    /// - Parameters:
    ///   - edited: outputs that somebody has changed since; they stay.
    ///   - movedFrom: where the same content was, if that path is gone.
    case upToDate(LedgerDocument, edited: [String], movedFrom: String?)
    /// The same content is, or will be, done for another path.
    case duplicate(LedgerDocument, of: String)
    /// It failed before; `retry` has it done again.
    case failed(LedgerDocument, LedgerFailure)
    /// The file cannot be read.
    case unreadable(FileTrouble)
  }

  /// As asked.
  public var path: String
  public var task: Task
}

/// What a run asks for beyond what is not done yet.
public struct PlanDemand: Hashable, Sendable {
  /// All of it is done again.
  public var everything: Bool
  /// Results are kept, for outputs of the run.
  public var records: Bool

  public init(everything: Bool = false, records: Bool = false) {
    self.everything = everything
    self.records = records
  }
}

/// Why a document has no outputs.
public struct LedgerFailure: Hashable, Codable, Sendable {
  /// `ConversionFailure.Kind` by name.
  public var kind: String
  public var message: Message

  public init(kind: String, message: Message) {
    self.kind = kind
    self.message = message
  }

  /// It lay in the place or the machine, not in the document: the next run tries again.
  var isPassing: Bool { Self.passing.contains(kind) }

  private static let passing: Set = ["noAccess", "missingComponent", "invalidOutput", "outputExists"]
}

/// The states of a document, as stored.
enum LedgerState: String {
  case waiting, running, placing, done, failed
  /// Its outputs went to another document and no path has its content any more.
  case replaced
}
