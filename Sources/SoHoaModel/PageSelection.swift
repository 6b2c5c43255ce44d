/// Pages of a file that are asked for: `1-3,5,8-end`.
public struct PageSelection: Hashable, Codable, Sendable, CustomStringConvertible {
  /// As it was typed.
  public let description: String
  /// First and last page from 1; no last one means to the end.
  private let ranges: [Range]

  private struct Range: Hashable, Codable, Sendable {
    let first: Int
    let last: Int?
  }

  /// Nil if the text is not a list of pages and ranges.
  public init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.map(Self.range)
    guard !ranges.isEmpty, !ranges.contains(where: { $0 == nil }) else { return nil }
    self.ranges = ranges.compactMap { $0 }
    description = text
  }

  public func contains(_ page: Int) -> Bool {
    ranges.contains { $0.first <= page && page <= $0.last ?? .max }
  }

  private static func range(_ text: Substring) -> Range? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.filter { !$0.isWhitespace }
    }
    guard let first = ends.first.flatMap({ Int($0) }), first > 0 else { return nil }
    if ends.count == 1 { return Range(first: first, last: first) }
    guard ends.count == 2 else { return nil }
    if ends[1] == "end" || ends[1].isEmpty { return Range(first: first, last: nil) }
    guard let last = Int(ends[1]), last >= first else { return nil }
    return Range(first: first, last: last)
  }
}
