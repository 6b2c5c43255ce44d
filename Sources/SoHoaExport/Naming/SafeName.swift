import Foundation

/// Makes text fit to be the name of a file.
public struct SafeName: Sendable {
  /// Bytes of UTF-8 that a name has, at most: 255 less room for a number and the longest extension.
  public static let limit = 220

  /// What any of the usual systems would refuse or misread.
  private static let forbidden: Set<Character> = [":", "*", "?", "\"", "<", ">", "|"]
  private static let reserved =
    Set(["CON", "PRN", "AUX", "NUL"] + "123456789¹²³".flatMap { ["COM\($0)", "LPT\($0)"] })

  private let isASCII: Bool

  /// - Parameter isASCII: letters lose their marks (`đ` is `d`), spaces become hyphens.
  public init(isASCII: Bool = false) { self.isASCII = isASCII }

  /// A name that every usual system takes: NFC, without slashes, control and format characters, names that Windows
  /// keeps for itself, dots or hyphens in front, dots and spaces at the end.
  public func name(_ text: String) -> String {
    let plain = isASCII ? Self.folded(text) : text.precomposedStringWithCanonicalMapping
    let words = String(plain.compactMap(Self.safe)).split(separator: " ")
    let joined = Self.cut(words.joined(separator: isASCII ? "-" : " "))
    return Self.unreserved(Self.withoutBadEnds(joined))
  }

  /// The name that a file has on this system already, in NFC and short enough to take an extension; control
  /// characters, which no list or log shows, become `_`.
  public func own(_ name: String) -> String {
    guard !isASCII else { return self.name(name) }
    let visible = name.precomposedStringWithCanonicalMapping.map { Self.isControl($0) ? "_" : $0 }
    return Self.cut(String(visible))
  }

  /// Cuts after the last character that fits.
  static func cut(_ name: String, bytes limit: Int = limit) -> String {
    var count = 0
    return String(
      name.prefix {
        count += $0.utf8.count
        return count <= limit
      })
  }

  private static func safe(_ character: Character) -> Character? {
    if character.isWhitespace { return " " }
    if character == "/" || character == "\\" { return "-" }
    if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .format }) { return nil }
    return isControl(character) || forbidden.contains(character) ? "_" : character
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control } || character.isNewline
  }

  private static func folded(_ text: String) -> String {
    let scalars = text.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap {
      scalar -> Character? in
      switch scalar {
      case "\u{300}"..."\u{36F}": nil
      case "Đ", "Ð": "D"
      case "đ", "ð": "d"
      case "–", "—", "‑": "-"
      default: scalar.isASCII || scalar.properties.isWhitespace ? Character(scalar) : "_"
      }
    }
    return String(scalars)
  }

  private static func withoutBadEnds(_ name: String) -> String {
    var name = name
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    let front = name.prefix { $0 == "." || $0 == "-" || $0 == " " }.count
    return front == 0 ? name : "_" + name.dropFirst(front)
  }

  private static func unreserved(_ name: String) -> String {
    let stem = name.prefix { $0 != "." }
    guard !name.isEmpty else { return "_" }
    return reserved.contains(stem.uppercased()) ? stem + "_" + name.dropFirst(stem.count) : name
  }
}
