/// Tokens that must not be read as Vietnamese words.
enum ProtectedText {
  /// No letters at all, web and mail addresses, or a long run of digits.
  static func isProtected(_ token: Scalars, _ pieces: [Piece]) -> Bool {
    !pieces.contains { $0.kind == .word } || isAddress(token)
  }

  /// 57-NQ/TW, 2597/SKHCN-TTTT, QĐ-UBND, KT-XH: capitals joined by strokes and dashes.
  static func isCode(_ token: Scalars, _ pieces: [Piece]) -> Bool {
    guard pieces.contains(where: { isJoint(token[$0.start]) }) else { return false }
    let words = pieces.filter { $0.kind == .word }.map { token[$0.start..<$0.end] }
    let capitals = words.filter { $0.count > 1 && $0.filter(Case.isUpper).count * 2 >= $0.count }
    let hasNumber = pieces.contains { $0.kind == .number }
    return !capitals.isEmpty && capitals.count == words.count && (hasNumber || words.count > 1)
  }

  private static func isJoint(_ value: UInt32) -> Bool { value == 0x2D || value == 0x2F || value == 0x2013 }

  private static func isAddress(_ token: Scalars) -> Bool {
    guard token.dropLast().contains(where: { $0 == 0x2E || $0 == 0x40 || $0 == 0x3A }) else { return false }
    let text = String(scalars: token).lowercased()
    if text.contains("://") || text.hasPrefix("www.") { return true }
    let latin = token.allSatisfy { $0 < 0x80 }
    guard latin else { return false }
    if text.contains("@") { return text.contains(".") }
    return [".vn", ".com", ".org", ".net", ".gov", ".edu"].contains { suffix in
      text.contains(suffix + "/") || text.hasSuffix(suffix) || text.hasSuffix(suffix + ".")
        || text.hasSuffix(suffix + ",") || text.hasSuffix(suffix + ")") || text.contains(suffix + ".")
    }
  }
}
