/// An index that means something for one kind of element: `ID<Word>` never fits `ID<Line>`.
///
/// Unique within one input file. Written as `page:index`, both counted from 1, so that pages can be
/// recognised side by side (or in other processes) without sharing a counter.
public struct ID<Element>: Hashable, Sendable, Comparable {
  /// Page of the input file, from 1.
  public let page: Int
  /// Position in the page's reading order, from 1.
  public let index: Int

  public init(page: Int, index: Int) {
    self.page = page
    self.index = index
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.page, left.index) < (right.page, right.index)
  }
}

extension ID: CustomStringConvertible {
  public var description: String { "\(page):\(index)" }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let parts = try container.decode(String.self).split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "an id reads page:index")
    }
    self.init(page: parts[0], index: parts[1])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
