import SoHoaModel

/// A plain text file: form feeds part pages, empty lines part blocks.
struct TextFile: PageSource {
  let findings: [Finding]
  private let name: String
  private let pages: [Substring]
  private let legacy: (any LegacyTextReader)?

  var pageCount: Int { pages.count }

  init(
    _ bytes: FileBytes, settings: AcquireSettings, legacy: (any LegacyTextReader)?
  ) throws(AcquisitionError) {
    name = bytes.name
    self.legacy = legacy
    let limit = settings.limits.maxTextBytes
    guard bytes.count <= limit else {
      throw .tooManyBytes(file: bytes.name, count: bytes.count, limit: limit)
    }
    guard let encoding = TextEncoding.guess(Array(bytes.buffer.prefix(MediaType.prefixLength))) else {
      throw .wrongType(file: bytes.name, found: nil)
    }
    var (text, broken) = TextDecoder(encoding: encoding).decode(bytes.buffer)
    if encoding == .utf8, !broken.isEmpty, let misreading = legacy?.misreading(of: bytes.buffer) {
      (text, broken) = (misreading, [])
    }
    guard !text.allSatisfy(\.isWhitespace) else { throw .noPages(file: bytes.name) }
    pages = Self.split(text)
    findings = broken.isEmpty ? [] : [Self.finding(bytes.name, encoding, broken)]
  }

  func page(_ number: Int) -> AcquiredPage {
    var lines = TextPage.lines(pages[number - 1])
    let reading = legacy?.read(lines.map { LegacyRun(words: $0.words) })
    for (line, words) in (reading?.words ?? []).enumerated() { lines[line].words = words }
    let finding = reading?.finding("text.legacyEncoding", file: name, page: number)
    return AcquiredPage(
      number: number, content: .words(TextPage.page(lines, number: number)),
      findings: finding.map { [$0] } ?? [])
  }

  /// Form feeds end pages; the one at the very end of a file starts none.
  private static func split(_ text: String) -> [Substring] {
    let parts = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    let endsEmpty = parts.count > 1 && parts.last!.allSatisfy(\.isWhitespace)
    return endsEmpty ? Array(parts.dropLast()) : parts
  }

  private static func finding(_ file: String, _ encoding: TextEncoding, _ broken: [Int]) -> Finding {
    let name = encoding == .utf8 ? "UTF-8" : "UTF-16"
    return Finding(
      .warning, "text.encoding",
      Message(
        en: "\(file): \(broken.count) places are not valid \(name), the first at byte \(broken[0]); "
          + "they were replaced by \u{FFFD}; save the file as UTF-8",
        vi: "\(file): \(broken.count) chỗ không đúng mã \(name), chỗ đầu tiên ở byte \(broken[0]); "
          + "đã thay bằng \u{FFFD}; hãy lưu tệp ở mã UTF-8"))
  }
}
