import Foundation

/// Lays compact JSON out for people and for `diff`: a value that fits on a line stands on one, a longer
/// one is broken into its members.
struct JSONLayout {
  /// Longest value, in bytes, that stays on one line.
  static let width = 100

  private let json: [UInt8]
  /// For each opening bracket, where its partner is.
  private var partner: [Int: Int] = [:]

  /// - Parameter json: valid JSON without white space outside of strings.
  init(_ json: Data) {
    self.json = Array(json)
    matchBrackets()
  }

  /// - Parameter depth: how far in the value stands.
  func formatted(depth outer: Int = 0) -> Data {
    var out = Data(capacity: json.count * 2)
    var depth = outer
    var index = 0
    while index < json.count {
      let byte = json[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(from: index)
        out.append(contentsOf: json[index..<end])
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let close = partner[index]!
        if close - index < Self.width {
          appendInline(index...close, to: &out)
          index = close
        } else {
          depth += 1
          out.append(byte)
          breakLine(depth, &out)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        breakLine(depth, &out)
        out.append(byte)
      case UInt8(ascii: ","):
        out.append(byte)
        breakLine(depth, &out)
      case UInt8(ascii: ":"):
        out.append(contentsOf: [byte, UInt8(ascii: " ")])
      default:
        out.append(byte)
      }
      index += 1
    }
    return out
  }

  private func breakLine(_ depth: Int, _ out: inout Data) {
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
  }

  private func appendInline(_ range: ClosedRange<Int>, to out: inout Data) {
    var index = range.lowerBound
    while index <= range.upperBound {
      if json[index] == UInt8(ascii: "\"") {
        let end = endOfString(from: index)
        out.append(contentsOf: json[index..<end])
        index = end
        continue
      }
      out.append(json[index])
      if json[index] == UInt8(ascii: ",") || json[index] == UInt8(ascii: ":") {
        out.append(UInt8(ascii: " "))
      }
      index += 1
    }
  }

  private mutating func matchBrackets() {
    var open: [Int] = []
    var index = 0
    while index < json.count {
      switch json[index] {
      case UInt8(ascii: "\""):
        index = endOfString(from: index)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): partner[open.removeLast()] = index
      default: break
      }
      index += 1
    }
  }

  /// The index after the closing quote of the string that opens at `start`.
  private func endOfString(from start: Int) -> Int {
    var index = start + 1
    while json[index] != UInt8(ascii: "\"") {
      index += json[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index + 1
  }
}
