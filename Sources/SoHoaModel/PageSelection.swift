/// Pages of a file that are asked for: `1-3,5,8-end`.
public struct PageSelection: Hashable, Codable, Sendable, CustomStringConvertible {
  /// As it was typed.
  public let description: String
  /// From 1; a range to the end of the file ends at `Int.max`.
  public let ranges: [ClosedRange<Int>]

  /// Nil if the text is not a list of pages and ranges.
  public init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    ranges = parts.compactMap(Self.range)
    description = text
    guard ranges.count == parts.count else { return nil }
  }

  public func contains(_ page: Int) -> Bool { ranges.contains { $0.contains(page) } }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.filter { !$0.isWhitespace }
    }
    guard let first = Int(ends[0]), first > 0, ends.count <= 2 else { return nil }
    guard let end = ends.dropFirst().first else { return first...first }
    if end == "end" || end.isEmpty { return first...Int.max }
    guard let last = Int(end), last >= first else { return nil }
    return first...last
  }
}
