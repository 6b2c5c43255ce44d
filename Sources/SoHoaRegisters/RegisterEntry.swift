/// One document as the registers want it.
public struct RegisterEntry: Hashable, Sendable {
  /// What columns are filled with; what is missing stays empty.
  public var cells: [RegisterValue: RegisterCell]
  public var identity: DocumentIdentity
  /// The document's tasks, a row each, in the columns of `TaskList`.
  public var tasks: [[String]]
  /// Where the document lies, relative to the register, for a link.
  public var link: String?

  public init(
    cells: [RegisterValue: RegisterCell], identity: DocumentIdentity, tasks: [[String]] = [],
    link: String? = nil
  ) {
    self.cells = cells
    self.identity = identity
    self.tasks = tasks
    self.link = link
  }
}

/// What tells a document from others: number, symbol and issuer together, or its file (Nghị định 30/2020, Phụ lục VI).
public struct DocumentIdentity: Hashable, Sendable {
  /// `167/KH-SYT`; nil unless it is sure.
  public var number: String?
  public var author: String?
  public var date: RegisterDate?
  /// First digits of the file's SHA-256, and the document's place in it; stands in the note.
  public var fingerprint: String
  /// As messages name it.
  public var name: String

  public init(
    number: String?, author: String?, date: RegisterDate?, fingerprint: String, name: String
  ) {
    self.number = number
    self.author = author
    self.date = date
    self.fingerprint = fingerprint
    self.name = name
  }
}
