import Foundation

/// A page as an engine read it, with its evidence, beside what was printed: a row of a `.jsonl` file for
/// judging restoration and for calibrating the engine's confidence.
public struct ReadPage: Hashable, Codable, Sendable {
  /// Read lines, token by token.
  public var lines: [[ObservedToken]]
  /// Printed lines.
  public var printed: [String]

  public init(lines: [[ObservedToken]], printed: [String]) {
    self.lines = lines
    self.printed = printed
  }

  /// - Throws: `CocoaError` or `DecodingError`.
  public static func pages(contentsOf url: URL) throws -> [ReadPage] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: url).split(separator: 0x0A).map {
      try decoder.decode(ReadPage.self, from: $0)
    }
  }
}
