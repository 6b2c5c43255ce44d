import Foundation
import SoHoaModel

/// Writes the record as JSON: keys sorted, short values on one line, a final line feed, the same bytes for
/// the same value.
///
/// Pages are written one by one: encoding a long file as a whole would take many times its size in memory.
public struct JSONWriter: Sendable {
  public init() {}

  public func encode(_ file: ConvertedFile) throws -> Data {
    var shell = file
    shell.pages = []
    let frame = JSONLayout(try Self.compact(shell)).formatted()
    guard !file.pages.isEmpty, let gap = frame.range(of: Data(Self.gap.utf8)) else {
      return frame + Data("\n".utf8)
    }
    var out = frame[..<gap.lowerBound] + Data("\n \"pages\": [".utf8)
    for (index, page) in file.pages.enumerated() {
      out += Data((index == 0 ? "\n  " : ",\n  ").utf8)
      out += JSONLayout(try Self.compact(page)).formatted(depth: 2)
    }
    out += Data("\n ],\n".utf8)
    return out + frame[gap.upperBound...] + Data("\n".utf8)
  }

  /// How the pages stand in a file without any; deeper keys are further in, and no string holds a line feed.
  private static let gap = "\n \"pages\": [],\n"

  static func compact(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
