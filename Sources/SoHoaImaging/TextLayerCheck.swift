import SoHoaModel

/// Whether the text layer of a PDF page can be believed.
enum TextLayerCheck {
  enum Verdict: Hashable, Sendable {
    case sane
    case empty
    /// Characters without meaning: private use, replacement, controls, hardly a letter.
    case garbled
    /// TCVN3, VNI or another font of before Unicode, whose codes show as other letters.
    case legacyFont
    /// Text behind or over a scan: what an earlier OCR or a signature banner left there.
    case overScan
    /// Words where nothing is printed.
    case unseen
    /// Much is printed that the layer does not hold.
    case incomplete
  }

  /// - Parameters:
  ///   - text: of the whole page.
  ///   - fonts: the same, font by font: one that lacks its table of characters spoils the page.
  ///   - overScan: stored pictures take most of the page.
  static func judge(_ text: String, fonts: [String] = [], overScan: Bool) -> Verdict {
    let count = Count(text)
    if count.visible == 0 { return .empty }
    if overScan { return .overScan }
    if count.isBroken || fonts.contains(where: isSpoilt) { return .garbled }
    if count.latin1 * 12 > count.letters && count.vietnamese * 50 < count.letters { return .legacyFont }
    return .sane
  }

  /// True for the text of a font whose codes are not characters, or not the right ones.
  private static func isSpoilt(_ text: String) -> Bool {
    let count = Count(text)
    guard count.visible >= leastOfFont else { return false }
    return count.broken * 10 > count.visible || count.letters > 0 && hasNoVowels(text)
  }

  /// True if a good part of the words in small letters have no vowel: no language is written so. Letters
  /// beyond ASCII may be any letter in a font of before Unicode.
  private static func hasNoVowels(_ text: String) -> Bool {
    let words = text.split(separator: " ").filter { word in
      word.utf8.count >= 2 && word.allSatisfy { $0.isASCII && $0.isLetter }
        && word.contains(where: \.isLowercase)
    }
    guard words.count >= leastWords else { return false }
    return words.count { !$0.contains { "aeiouyAEIOUY".contains($0) } } * 5 > words.count * 2
  }

  /// Characters of a font below which its text says nothing; bullets and signs have fonts of their own.
  private static let leastOfFont = 40
  private static let leastWords = 20

  /// How many characters of which kind; leaders and rules (dots, dashes, underscores) do not count.
  private struct Count {
    var visible = 0, letters = 0, wordly = 0, broken = 0, latin1 = 0, vietnamese = 0

    init(_ text: String) {
      for scalar in text.unicodeScalars
      where !scalar.properties.isWhitespace && !Self.leaders.contains(scalar) {
        visible += 1
        let isLetter = scalar.properties.isAlphabetic
        if isLetter { letters += 1 }
        if isLetter || scalar.properties.numericType != nil || ",:;()/\"“”%".unicodeScalars.contains(scalar) {
          wordly += 1
        }
        if Self.isBroken(scalar) { broken += 1 }
        if (0x00A1...0x00FF).contains(scalar.value) { latin1 += 1 }
        if Self.isVietnamese(scalar) { vietnamese += 1 }
      }
    }

    var isBroken: Bool { broken * 50 > visible || wordly * 2 < visible }

    private static let leaders = Set("._-–—…·•*=+".unicodeScalars)

    private static func isBroken(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .control, .surrogate: true
      default: scalar == "\u{FFFD}"
      }
    }

    /// Letters that hardly any other language of this script has: ă đ ơ ư, two marks on one vowel, and
    /// the combining marks of decomposed text.
    private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x1EA0...0x1EF9, 0x0102, 0x0103, 0x0110, 0x0111, 0x01A0, 0x01A1, 0x01AF, 0x01B0: true
      case 0x0300, 0x0301, 0x0303, 0x0309, 0x0323: true
      default: false
      }
    }
  }
}

extension TextLayerCheck.Verdict {
  /// What is to be known when a text layer was there but not believed.
  func finding(file: String, page: Int) -> Finding? {
    switch self {
    case .sane, .empty: nil
    case .garbled:
      Finding(
        .info, "pdf.textLayer.garbled",
        Message(
          en: "\(file), page \(page): the text layer makes no sense; the page was read by OCR instead",
          vi: "\(file), trang \(page): lớp văn bản vô nghĩa; trang được nhận dạng lại bằng OCR"),
        page: page)
    case .legacyFont:
      Finding(
        .info, "pdf.textLayer.legacyFont",
        Message(
          en:
            "\(file), page \(page): the text is in a legacy font (TCVN3, VNI); the page was read by OCR instead",
          vi: "\(file), trang \(page): văn bản dùng phông chữ cũ (TCVN3, VNI); trang được nhận dạng bằng OCR"),
        page: page)
    case .unseen:
      Finding(
        .info, "pdf.textLayer.unseen",
        Message(
          en:
            "\(file), page \(page): the text layer holds words where nothing is printed; the page was read by "
            + "OCR instead",
          vi: "\(file), trang \(page): lớp văn bản có chữ ở chỗ không in gì; trang được nhận dạng bằng OCR"),
        page: page)
    case .incomplete:
      Finding(
        .info, "pdf.textLayer.incomplete",
        Message(
          en:
            "\(file), page \(page): much is printed that the text layer does not hold; the page was read by "
            + "OCR instead",
          vi:
            "\(file), trang \(page): lớp văn bản thiếu nhiều chữ có in trên trang; trang được nhận dạng bằng "
            + "OCR"),
        page: page)
    case .overScan:
      Finding(
        .info, "pdf.textLayer.overScan",
        Message(
          en: "\(file), page \(page): a scan with a text layer of unknown origin; the page was read by OCR "
            + "instead (--mode text takes the layer)",
          vi:
            "\(file), trang \(page): bản quét có lớp văn bản không rõ nguồn gốc; trang được nhận dạng lại bằng "
            + "OCR (--mode text để dùng lớp này)"),
        page: page)
    }
  }
}
