import SoHoaModel

/// Reads text in Vietnamese encodings of before Unicode; given to `InputFile` by those who know the language.
public protocol LegacyTextReader: Sendable {
  /// - Parameter runs: the words of a page.
  /// - Returns: as many runs with as many words, in Unicode.
  func read(_ runs: [LegacyRun]) -> LegacyReading

  /// Bytes of a text file that is no UTF-8 as the characters of a Western European misreading, for `read`.
  ///
  /// - Returns: nil if that would not make Vietnamese of them.
  func misreading(of bytes: UnsafeBufferPointer<UInt8>) -> String?
}

/// Words side by side in one font.
public struct LegacyRun: Hashable, Sendable {
  public var words: [String]
  /// As the file names it; nil where it does not.
  public var font: String?

  public init(words: [String], font: String? = nil) {
    self.words = words
    self.font = font
  }
}

public struct LegacyReading: Hashable, Sendable {
  public var words: [[String]]
  /// The encodings found, as people call them; empty where all was Unicode.
  public var encodings: [String]
  /// True where the words can be believed: nearly all are words of the language.
  public var isConvincing: Bool

  public init(words: [[String]], encodings: [String], isConvincing: Bool) {
    self.words = words
    self.encodings = encodings
    self.isConvincing = isConvincing
  }
}

extension LegacyReading {
  /// What is to be known where text was decoded.
  func finding(_ code: String, file: String, page: Int) -> Finding? {
    guard !encodings.isEmpty else { return nil }
    let names = encodings.joined(separator: ", ")
    return Finding(
      .info, code,
      Message(
        en: "\(file), page \(page): text in \(names); it was read as Unicode",
        vi: "\(file), trang \(page): văn bản mã \(names); đã chuyển sang Unicode"),
      page: page)
  }
}
