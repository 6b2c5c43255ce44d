import Foundation

@testable import SoHoaWorkers

extension Harness {
  /// Lines between a supervisor and its workers, both ways; what can be read says the same when it is written.
  static let messages = Harness(name: "messages") { data in
    var faults = Faults()
    let lines = try cut(data, piece: 1 << 20)
    let piece = 1 + Int(data.first ?? 0) % 7
    faults.unless(try cut(data, piece: piece) == lines, "lines differ with the pieces in which they come")
    for line in lines {
      if let request = try? ProtocolLine.decode(Request.self, line) { try check(request, &faults) }
      if let event = try? ProtocolLine.decode(Event.self, line) { try check(event, &faults) }
    }
    return faults.all
  }

  private static func check<Message: Codable & Equatable>(_ message: Message, _ faults: inout Faults) throws {
    let line = try ProtocolLine.encode(message)
    faults.unless(line.last == UInt8(ascii: "\n"), "no end of the line")
    faults.unless(!line.dropLast().contains(UInt8(ascii: "\n")), "two lines for one message")
    let again = try ProtocolLine.decode(Message.self, line.dropLast())
    faults.unless(again == message, "a message that reads differently")
  }

  private static func cut(_ data: Data, piece: Int) throws -> [Data] {
    var cutter = LineCutter(limit: 1 << 20)
    var lines: [Data] = []
    var rest = data[...]
    while !rest.isEmpty {
      lines += try cutter.take(rest.prefix(piece))
      rest = rest.dropFirst(piece)
    }
    return lines + [cutter.remainder].compactMap(\.self)
  }
}
