import SoHoa
import SoHoaExport
import SoHoaModel

/// What a worker tells: a line of JSON on its standard output (docs/worker-protocol.md).
public enum Event: Hashable, Sendable {
  public static let version = 1

  /// The first line: the worker takes requests.
  case hello(Hello)
  /// A request has been taken up and its input opened.
  case begun(id: Int, pages: Int)
  /// One more page has been read.
  case page(id: Int, page: Int)

  // Each request ends in one of these.
  case opened(id: Int, SourceFile, pageNumbers: [Int])
  case read(id: Int)
  case done(id: Int, WorkResult)
  case failed(id: Int, Failed)
  /// A line was no request; its number where it has one.
  case refused(id: Int?, reason: String)

  public struct Hello: Hashable, Codable, Sendable {
    public var version: Int
    public var program: String
    public var pid: Int32
    /// What keeps the worker in: see `Sandbox`.
    public var sandbox: Sandbox.State
  }

  public struct Failed: Hashable, Codable, Sendable {
    public var kind: ConversionFailure.Kind
    public var message: Message
    /// Of a classified file: what may be written of it.
    public var notice: ConvertedFile?
    /// Where an output could not be made: what the input became, as in a result.
    public var file: ConvertedFile?
    /// What could be written all the same.
    public var outputs: [StagedOutput]

    public init(_ failure: ConversionFailure, file: ConvertedFile? = nil, outputs: [StagedOutput] = []) {
      self.file = file
      kind = failure.kind
      message = failure.message
      notice = failure.notice
      self.outputs = outputs
    }

    public var failure: ConversionFailure {
      var failure = ConversionFailure(kind, message)
      failure.notice = notice
      return failure
    }
  }

  /// Of the request that it belongs to.
  public var id: Int? {
    switch self {
    case .hello: nil
    case .begun(let id, _), .page(let id, _), .opened(let id, _, _), .read(let id), .done(let id, _),
      .failed(let id, _):
      id
    case .refused(let id, _): id
    }
  }
}

/// What an input became.
public struct WorkResult: Hashable, Codable, Sendable {
  /// With all its pages, but nothing on them save their findings: words are in the outputs.
  public var file: ConvertedFile
  public var outputs: [StagedOutput]

  public init(file: ConvertedFile, outputs: [StagedOutput]) {
    self.file = file
    self.outputs = outputs
  }
}

/// A file that lies in the stage of its input, flushed to disk, to be put in its place.
public struct StagedOutput: Hashable, Codable, Sendable {
  public var format: OutputFormat
  /// Its name in the stage.
  public var name: String
  public var bytes: Int
  /// Lower-case hexadecimal.
  public var sha256: String

  public init(format: OutputFormat, name: String, bytes: Int, sha256: String) {
    self.format = format
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }
}

extension Event: Codable {
  private enum Key: CodingKey { case event, id, pages, page, source, pageNumbers, reason }
  private enum Name: String, Codable { case hello, begun, page, opened, read, done, failed, refused }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func id() throws -> Int { try container.decode(Int.self, forKey: .id) }
    func number(_ key: Key) throws -> Int { try container.decode(Int.self, forKey: key) }
    switch try container.decode(Name.self, forKey: .event) {
    case .hello: self = .hello(try Hello(from: decoder))
    case .begun: self = .begun(id: try id(), pages: try number(.pages))
    case .page: self = .page(id: try id(), page: try number(.page))
    case .opened:
      self = .opened(
        id: try id(), try container.decode(SourceFile.self, forKey: .source),
        pageNumbers: try container.decode([Int].self, forKey: .pageNumbers))
    case .read: self = .read(id: try id())
    case .done: self = .done(id: try id(), try WorkResult(from: decoder))
    case .failed: self = .failed(id: try id(), try Failed(from: decoder))
    case .refused:
      self = .refused(
        id: try container.decodeIfPresent(Int.self, forKey: .id),
        reason: try container.decode(String.self, forKey: .reason))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .event)
    try container.encodeIfPresent(id, forKey: .id)
    switch self {
    case .hello(let hello): try hello.encode(to: encoder)
    case .begun(_, let pages): try container.encode(pages, forKey: .pages)
    case .page(_, let page): try container.encode(page, forKey: .page)
    case .opened(_, let source, let numbers):
      try container.encode(source, forKey: .source)
      try container.encode(numbers, forKey: .pageNumbers)
    case .read: break
    case .done(_, let result): try result.encode(to: encoder)
    case .failed(_, let failed): try failed.encode(to: encoder)
    case .refused(_, let reason): try container.encode(reason, forKey: .reason)
    }
  }

  private var name: Name {
    switch self {
    case .hello: .hello
    case .begun: .begun
    case .page: .page
    case .opened: .opened
    case .read: .read
    case .done: .done
    case .failed: .failed
    case .refused: .refused
    }
  }
}
