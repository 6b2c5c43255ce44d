import Foundation

/// A message of the protocol as one line of JSON.
enum ProtocolLine {
  static func encode(_ message: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(message) + Data("\n".utf8)
  }

  static func decode<Message: Decodable>(_ type: Message.Type, _ line: Data) throws -> Message {
    try JSONDecoder().decode(type, from: line)
  }
}

/// Cuts a stream of bytes into lines, of which none may be longer than a limit.
struct LineCutter {
  struct TooLong: Error {}

  private let limit: Int
  private var rest = Data()

  init(limit: Int) { self.limit = limit }

  /// - Returns: the lines that these bytes complete, without their ends.
  mutating func take(_ bytes: some Collection<UInt8>) throws(TooLong) -> [Data] {
    var lines: [Data] = []
    var open = bytes[...]
    while let end = open.firstIndex(of: UInt8(ascii: "\n")) {
      rest.append(contentsOf: open[..<end])
      if rest.count > limit { throw TooLong() }
      lines.append(rest)
      rest = Data()
      open = open[open.index(after: end)...]
    }
    rest.append(contentsOf: open)
    if rest.count > limit { throw TooLong() }
    return lines
  }

  /// What no line end has closed.
  var remainder: Data? { rest.isEmpty ? nil : rest }
}
