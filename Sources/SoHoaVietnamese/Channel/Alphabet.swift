/// Small numbers for the lower-case letters of the alphabet; zero is no letter.
struct Alphabet: Sendable {
  static let shared = Alphabet()

  private let codes: [UInt8]
  let scalars: [UInt32]

  private init() {
    var codes = [UInt8](repeating: 0, count: LetterTable.limit)
    var scalars: [UInt32] = [0]
    for value in 0..<UInt32(LetterTable.limit) {
      guard let letter = LetterTable.shared.letter(value), !letter.isUppercase else { continue }
      codes[Int(value)] = UInt8(scalars.count)
      scalars.append(value)
    }
    self.codes = codes
    self.scalars = scalars
  }

  /// Of a lower-case letter.
  func code(_ value: UInt32) -> UInt8 { value < UInt32(LetterTable.limit) ? codes[Int(value)] : 0 }
}
