/// What stands in a register: which documents, and up to which number.
struct RegisterIndex: Sendable {
  struct Row: Sendable {
    /// As the user finds it: `dòng 57`.
    var row: Int
    var number: String
    var author: String
    var date: RegisterDate?
    var note: String
    var arrivalNumber: Int?
  }

  enum Match: Hashable, Sendable {
    /// The same file, or the same number, symbol, issuer and date.
    case same(row: Int)
    /// The same number, symbol and issuer, with another date.
    case sameNumber(row: Int)
  }

  private var rows: [Row] = []
  private var byNumber: [String: [Int]] = [:]
  private var byFile: [String: Int] = [:]
  private(set) var numbers: Set<Int> = []

  mutating func add(_ row: Row) {
    let key = Self.folded(row.number)
    if !key.isEmpty { byNumber[key, default: []].append(rows.count) }
    if let file = Self.fingerprint(in: row.note) { byFile[file] = row.row }
    if let number = row.arrivalNumber { numbers.insert(number) }
    rows.append(row)
  }

  mutating func add(_ other: RegisterIndex) {
    for row in other.rows { add(row) }
  }

  func match(_ identity: DocumentIdentity) -> Match? {
    if let row = byFile[identity.fingerprint] { return .same(row: row) }
    guard let number = identity.number, let author = identity.author.map(Self.folded) else { return nil }
    let alike = (byNumber[Self.folded(number)] ?? []).map { rows[$0] }.filter {
      Self.folded($0.author) == author
    }
    if let same = alike.first(where: { $0.date == nil || identity.date == nil || $0.date == identity.date }) {
      return .same(row: same.row)
    }
    return alike.first.map { .sameNumber(row: $0.row) }
  }

  /// Without blanks and case.
  static func folded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0xC2 }) else { return text.lowercased() }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isBlank($0) })).lowercased()
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ...0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// `#3f2a9c81d0b7.2` at the end of a note, wherever the clerk wrote more.
  private static func fingerprint(in note: String) -> String? {
    guard let start = note.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
    let code = note.utf8[start...].prefix(while: codeBytes.contains)
    return code.count >= 13 ? String(code) : nil
  }

  private static let codeBytes = Set("#.0123456789abcdef".utf8)
}
