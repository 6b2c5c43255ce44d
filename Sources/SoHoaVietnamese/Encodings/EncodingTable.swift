import SoHoaDictionaries

/// The codes of one encoding: one to three bytes for a letter, or for a mark upon the letter before.
struct EncodingTable: Sendable {
  let encoding: LegacyEncoding
  /// By byte; 0 where one byte alone is nothing of its own.
  private var singles = [UInt32](repeating: 0, count: 256)
  private var longer: [UInt32: UInt32] = [:]
  /// Bytes with which a longer code begins.
  private var begins = [Bool](repeating: false, count: 256)
  private var longest = 1

  struct Decoded {
    var scalars: Scalars = []
    /// False where a letter is left that the encoding does not have.
    var isWhole = true
  }

  init(_ encoding: LegacyEncoding) { self.encoding = encoding }

  /// All tables of `legacy_encodings.tsv`.
  static func all(in folder: DictionaryFolder) throws(DictionaryError) -> [EncodingTable] {
    let table = try folder.table(file)
    var tables = LegacyEncoding.tabled.map(EncodingTable.init)
    for (index, row) in table.rows.enumerated() {
      guard row.count >= 3, let encoding = LegacyEncoding(rawValue: row[0]),
        let place = tables.firstIndex(where: { $0.encoding == encoding }),
        let code = bytes(row[1]), let scalar = UInt32(row[2].dropFirst(2), radix: 16)
      else {
        throw .malformed(path: folder.file(file).path, line: index + 2, reason: "not encoding, code, unicode")
      }
      tables[place].add(code, scalar)
    }
    return tables
  }

  /// One token; what the encoding does not know stays.
  func decode(_ token: Scalars) -> Decoded {
    let codes = token.map { CodeByte.of($0) }
    var result = Decoded()
    var index = 0
    while index < codes.count {
      if encoding == .viqr, let literal = escaped(token, at: index) {
        result.scalars.append(literal)
        index += 2
        continue
      }
      let length = take(codes, at: index, into: &result.scalars)
      if length == 0 { keep(token[index], &result) }
      index += max(length, 1)
    }
    return result
  }

  private static let file = "legacy_encodings.tsv"

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard !digits.isEmpty, digits.count % 2 == 0, digits.count <= 6 else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
    }
    return bytes.count * 2 == digits.count ? bytes : nil
  }

  private mutating func add(_ code: [UInt8], _ scalar: UInt32) {
    if code.count == 1 {
      singles[Int(code[0])] = scalar
    } else {
      longer[Self.key(code)] = scalar
      begins[Int(code[0])] = true
      longest = max(longest, code.count)
    }
  }

  private static func key(_ code: some Sequence<UInt8>) -> UInt32 {
    code.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Appends what the longest code at a place stands for.
  ///
  /// - Returns: bytes taken; 0 if no code begins here.
  private func take(_ codes: [UInt8?], at index: Int, into text: inout Scalars) -> Int {
    guard let first = codes[index], !isLoneD(codes, at: index) else { return 0 }
    if begins[Int(first)] {
      for length in stride(from: min(longest, codes.count - index), to: 1, by: -1) {
        let code = codes[index..<index + length].compactMap(\.self)
        guard code.count == length, let scalar = longer[Self.key(code)] else { continue }
        text.append(scalar)
        return length
      }
    }
    let scalar = singles[Int(first)]
    if scalar == 0 { return 0 }
    if !CombiningMarks.isMark(scalar) {
      text.append(scalar)
    } else if let last = text.last, let letter = CombiningMarks.composed(last, scalar) {
      text[text.count - 1] = letter
    } else {
      return 0
    }
    return 1
  }

  private func keep(_ scalar: UInt32, _ result: inout Decoded) {
    result.scalars.append(scalar)
    if scalar >= 0xC0, scalar != 0xD7, scalar != 0xF7, scalar < UInt32(LetterTable.limit),
      CharacterClass.of(scalar) == .letter
    {
      result.isWhole = false
    }
  }

  /// The first of three: "BGDDDT" is BGDĐT.
  private func isLoneD(_ codes: [UInt8?], at index: Int) -> Bool {
    encoding == .viqr && index + 2 < codes.count
      && codes[index...index + 2].allSatisfy { ($0 ?? 0) | 0x20 == 0x64 }
  }

  /// `\.` in VIQR is a stop that is no mark.
  private func escaped(_ token: Scalars, at index: Int) -> UInt32? {
    guard token[index] == 0x5C, index + 1 < token.count, TypedMarks.isMark(token[index + 1]) else {
      return nil
    }
    return token[index + 1]
  }
}
