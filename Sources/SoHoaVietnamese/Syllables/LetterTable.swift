/// Every letter of the alphabet by scalar, built once from the rows of the vowel table.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  /// Scalars above this are not Vietnamese letters.
  static let limit = 0x1F00

  private let letters: [Letter?]
  private let scalars: [UInt32: Unicode.Scalar]
  /// Lower-case form of each scalar below `limit`.
  let lower: [UInt16]
  /// `CharacterClass` of each scalar below `classLimit`.
  let classes: [CharacterClass]
  static let classLimit = 0x2100

  /// Each row: a vowel in the order of `Tone`.
  private static let rows: [(String, LetterShape)] = [
    ("aàáảãạ", .plain), ("ăằắẳẵặ", .breve), ("âầấẩẫậ", .circumflex), ("eèéẻẽẹ", .plain),
    ("êềếểễệ", .circumflex), ("iìíỉĩị", .plain), ("oòóỏõọ", .plain), ("ôồốổỗộ", .circumflex),
    ("ơờớởỡợ", .horn), ("uùúủũụ", .plain), ("ưừứửữự", .horn), ("yỳýỷỹỵ", .plain),
  ]
  private static let bases = "aaaeeiooouuy"

  private init() {
    var letters = [Letter?](repeating: nil, count: Self.limit)
    var scalars: [UInt32: Unicode.Scalar] = [:]
    func add(_ scalar: Unicode.Scalar, _ letter: Letter) {
      letters[Int(scalar.value)] = letter
      scalars[Self.key(letter)] = scalar
    }
    func addBoth(_ lower: Unicode.Scalar, _ letter: Letter) {
      add(lower, letter)
      var capital = letter
      capital.isUppercase = true
      add(lower.properties.uppercaseMapping.unicodeScalars.first!, capital)
    }
    for base in "bcdfghjklmnpqrstvwxz".unicodeScalars {
      addBoth(base, Letter(base: base, shape: .plain, tone: .level))
    }
    addBoth("đ", Letter(base: "d", shape: .stroke, tone: .level))
    for ((row, shape), base) in zip(Self.rows, Self.bases.unicodeScalars) {
      for (tone, scalar) in zip(Tone.allCases, row.unicodeScalars) {
        addBoth(scalar, Letter(base: base, shape: shape, tone: tone))
      }
    }
    self.letters = letters
    self.scalars = scalars
    lower = Self.lowerTable()
    classes = (0..<UInt32(Self.classLimit)).map(CharacterClass.classify)
  }

  private static func lowerTable() -> [UInt16] {
    (0..<UInt32(limit)).map { value in
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else {
        return UInt16(value)
      }
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      guard mapping.count == 1, let first = mapping.first, first.value <= 0xFFFF else { return UInt16(value) }
      return UInt16(first.value)
    }
  }

  private static func key(_ letter: Letter) -> UInt32 {
    letter.base.value << 8 | UInt32(letter.shape.rawValue) << 4 | UInt32(letter.tone.rawValue) << 1
      | (letter.isUppercase ? 1 : 0)
  }

  func letter(_ value: UInt32) -> Letter? { value < UInt32(Self.limit) ? letters[Int(value)] : nil }

  func scalar(_ letter: Letter) -> Unicode.Scalar? { scalars[Self.key(letter)] }
}
