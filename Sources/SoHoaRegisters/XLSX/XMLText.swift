import Foundation

/// Text in XML, there and back.
enum XMLText {
  /// Longest text of a cell, in UTF-16 units.
  static let limit = 32_767

  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      result += rest[..<start]
      result += character(rest[rest.index(after: start)..<end]) ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let code =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(), radix: 10)
      return name.hasPrefix("#") ? code.flatMap(Unicode.Scalar.init).map { String($0) } : nil
    }
  }

  /// In NFC, without what XML cannot hold, escaped for elements and attributes.
  static func encoded(_ text: String) -> String {
    let text = text.precomposedStringWithCanonicalMapping
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": break
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case let other where other.value < 0x20 || other.value == 0xFFFE || other.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return literal(result)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "_") && byte != 0xEF
  }

  /// Spreadsheets read `_x000D_` as a character: the text itself is meant here.
  private static func literal(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// What fits into a cell.
  static func fitting(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var kept = ""
    var units = 1
    for character in text {
      units += character.utf16.count
      if units > limit { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
