import Foundation
import SoHoaModel

/// Writes the record as JSON: keys sorted, short values on one line, a final line feed, the same bytes for
/// the same value.
public struct JSONWriter: Sendable {
  public init() {}

  public func encode(_ file: ConvertedFile) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JSONLayout(try encoder.encode(file)).formatted() + Data("\n".utf8)
  }
}
