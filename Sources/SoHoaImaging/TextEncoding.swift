/// How the characters of a text file are stored.
enum TextEncoding: Hashable, Sendable {
  case utf8, utf16Little, utf16Big

  /// - Parameter start: the first bytes of the file, at least two where there are as many.
  /// - Returns: nil if this is no text.
  static func guess(_ start: [UInt8]) -> TextEncoding? {
    if start.starts(with: [0xFF, 0xFE]) { return .utf16Little }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16Big }
    if let wide = guessWide(start) { return wide }
    return controlShare(start) < 0.01 ? .utf8 : nil
  }

  /// The byte order mark, to be left out.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16Little: [0xFF, 0xFE]
    case .utf16Big: [0xFE, 0xFF]
    }
  }

  /// UTF-16 without a mark shows by the high bytes of spaces and ASCII letters, which are zero.
  private static func guessWide(_ start: [UInt8]) -> TextEncoding? {
    let pairs = start.count / 2
    guard pairs > 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for pair in 0..<pairs {
      if start[2 * pair] == 0 { zeros.even += 1 }
      if start[2 * pair + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.even == 0 && zeros.odd * 2 > pairs { return .utf16Little }
    if zeros.odd == 0 && zeros.even * 2 > pairs { return .utf16Big }
    return nil
  }

  /// Share of bytes that no text file has: controls other than tab, line and page ends.
  private static func controlShare(_ start: [UInt8]) -> Double {
    guard !start.isEmpty else { return 1 }
    if start.contains(0) { return 1 }
    let controls = start.count { ($0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B) || $0 == 0x7F }
    return Double(controls) / Double(start.count)
  }
}
