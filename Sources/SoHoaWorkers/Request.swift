/// One thing that a worker is asked to do: a line of JSON on its standard input (docs/worker-protocol.md).
public struct Request: Hashable, Sendable {
  /// Chosen by who asks; every event of the answer has it.
  public var id: Int
  public var input: String
  public var order: WorkOrder
  public var work: Work

  public enum Work: Hashable, Sendable {
    /// A look at the input.
    case open
    /// The whole input, unless it has more pages than `maxPages`: then the answer is that of `open`.
    case convert(Target, maxPages: Int?)
    /// Some pages of it, left as JSON in the file `spool`.
    case read(pages: [Int], spool: String)
    /// The records of pages that lie in spools, in their order.
    case finish(Target, spools: [String])
  }

  /// Where outputs go.
  public struct Target: Hashable, Codable, Sendable {
    /// An existing folder of the input's own.
    public var stage: String
    /// Of the input in its run, from 0.
    public var index: Int

    public init(stage: String, index: Int) {
      self.stage = stage
      self.index = index
    }
  }

  public init(id: Int, input: String, order: WorkOrder, work: Work) {
    self.id = id
    self.input = input
    self.order = order
    self.work = work
  }
}

extension Request: Codable {
  private enum Key: CodingKey { case id, input, order, work, stage, index, maxPages, pages, spool, spools }
  private enum Name: String, Codable { case open, convert, read, finish }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try container.decode(Int.self, forKey: .id)
    input = try container.decode(String.self, forKey: .input)
    order = try container.decodeIfPresent(WorkOrder.self, forKey: .order) ?? WorkOrder()
    work =
      switch try container.decode(Name.self, forKey: .work) {
      case .open: .open
      case .convert:
        .convert(
          try Self.target(container), maxPages: try container.decodeIfPresent(Int.self, forKey: .maxPages))
      case .read:
        .read(
          pages: try container.decode([Int].self, forKey: .pages),
          spool: try container.decode(String.self, forKey: .spool))
      case .finish:
        .finish(
          try Self.target(container), spools: try container.decode([String].self, forKey: .spools))
      }
  }

  private static func target(_ container: KeyedDecodingContainer<Key>) throws -> Target {
    Target(
      stage: try container.decode(String.self, forKey: .stage),
      index: try container.decodeIfPresent(Int.self, forKey: .index) ?? 0)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(input, forKey: .input)
    try container.encode(order, forKey: .order)
    switch work {
    case .open: try container.encode(Name.open, forKey: .work)
    case .convert(let target, let maxPages):
      try container.encode(Name.convert, forKey: .work)
      try Self.encode(target, &container)
      try container.encodeIfPresent(maxPages, forKey: .maxPages)
    case .read(let pages, let spool):
      try container.encode(Name.read, forKey: .work)
      try container.encode(pages, forKey: .pages)
      try container.encode(spool, forKey: .spool)
    case .finish(let target, let spools):
      try container.encode(Name.finish, forKey: .work)
      try Self.encode(target, &container)
      try container.encode(spools, forKey: .spools)
    }
  }

  private static func encode(_ target: Target, _ container: inout KeyedEncodingContainer<Key>) throws {
    try container.encode(target.stage, forKey: .stage)
    try container.encode(target.index, forKey: .index)
  }
}
