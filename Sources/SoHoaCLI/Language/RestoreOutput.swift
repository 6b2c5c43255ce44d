import Foundation
import SoHoaVietnamese

/// Where restored blocks go, one after the other.
protocol RestoreOutput {
  func write(_ block: RestoredBlock) throws
  func finish(encodings: [TranscodedText.Run]) throws
}

struct PlainTextWriter: RestoreOutput {
  func write(_ block: RestoredBlock) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(block.text.utf8))
  }

  func finish(encodings: [TranscodedText.Run]) {}
}

/// `RestorationReport` as JSON, a token a line. The text follows the tokens, and waits in a file until then.
final class JSONReportWriter: RestoreOutput {
  private let text: UnsafeMutablePointer<FILE>
  private var kind = ChannelKind.nearlyRight
  private var hasTokens = false

  init() throws {
    guard let file = tmpfile() else {
      throw RestoreMessage.failure("no temporary file can be made; free some room on the disk", code: 4)
    }
    text = file
  }

  deinit { fclose(text) }

  func write(_ block: RestoredBlock) throws {
    kind = block.kind
    let bytes = Array(block.text.utf8)
    guard fwrite(bytes, 1, bytes.count, text) == bytes.count else { throw CocoaError(.fileWriteOutOfSpace) }
    var json = JSONText()
    for token in block.tokens {
      json.raw(hasTokens ? ",\n" : "{\n\"version\": 1,\n\"tokens\": [\n")
      hasTokens = true
      token.write(to: &json)
    }
    try FileHandle.standardOutput.write(contentsOf: Data(json.bytes))
  }

  func finish(encodings: [TranscodedText.Run]) throws {
    var json = JSONText()
    json.raw(hasTokens ? "\n],\n" : "{\n\"version\": 1,\n\"tokens\": [],\n")
    json.raw("\"kind\": \"\(kind.rawValue)\",\n\"encodings\": [")
    for (index, run) in encodings.enumerated() {
      json.raw(index > 0 ? ",\n" : "\n")
      run.write(to: &json)
    }
    json.raw("],\n\"text\": \"")
    try FileHandle.standardOutput.write(contentsOf: Data(json.bytes))
    try copyText()
    try FileHandle.standardOutput.write(contentsOf: Data("\"\n}\n".utf8))
  }

  private func copyText() throws {
    rewind(text)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, text), count > 0 {
      var json = JSONText()
      json.escaped(piece[..<count])
      try FileHandle.standardOutput.write(contentsOf: Data(json.bytes))
    }
  }
}

/// JSON as bytes, written from left to right.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func string(_ text: String) {
    bytes.append(0x22)
    escaped(text.utf8)
    bytes.append(0x22)
  }

  mutating func escaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0D: bytes += [0x5C, 0x72]
      case ..<0x20, 0x7F:
        raw("\\u00")
        bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }

  mutating func key(_ name: String, _ write: (inout JSONText) -> Void) {
    raw(bytes.last == 0x7B ? "\"" : ", \"")
    raw(name)
    raw("\": ")
    write(&self)
  }

  mutating func key(_ name: String, _ value: Double) {
    key(name) { $0.raw(value == value.rounded() ? "\(Int(value))" : "\(value)") }
  }

  mutating func key(_ name: String, _ value: Int) { key(name) { $0.raw("\(value)") } }
  mutating func key(_ name: String, _ value: String) { key(name) { $0.string(value) } }
  mutating func key(_ name: String, _ value: [Int]) { key(name) { $0.raw("\(value)") } }

  private static let digits = Array("0123456789abcdef".utf8)
}

extension RestorationReport.Token {
  fileprivate func write(to json: inout JSONText) {
    json.raw("{")
    json.key("line", line)
    json.key("raw", raw)
    json.key("restored", restored)
    json.key("confidence", confidence)
    json.key("decision", decision.rawValue)
    json.key("source", source)
    json.key("candidates") { json in
      json.raw("[")
      for (index, candidate) in candidates.enumerated() {
        json.raw(index > 0 ? ", {" : "{")
        json.key("text", candidate.text)
        json.key("confidence", candidate.confidence)
        json.raw("}")
      }
      json.raw("]")
    }
    json.key("rawSpan", rawSpan)
    json.key("restoredSpan", restoredSpan)
    if let encoding { json.key("encoding", encoding.rawValue) }
    json.raw("}")
  }
}

extension TranscodedText.Run {
  fileprivate func write(to json: inout JSONText) {
    json.raw("{")
    json.key("encoding", encoding.rawValue)
    json.key("lines", [lines.lowerBound, lines.upperBound])
    json.key("sourceSpan", [sourceSpan.lowerBound, sourceSpan.upperBound])
    json.key("span", [span.lowerBound, span.upperBound])
    json.raw("}")
  }
}
