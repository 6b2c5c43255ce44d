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
  }

  /// - Parameter overScan: a stored picture covers the page.
  static func judge(_ text: String, overScan: Bool) -> Verdict {
    let count = Count(text)
    if count.visible == 0 { return .empty }
    if overScan { return .overScan }
    if count.broken * 50 > count.visible || count.wordly * 2 < count.visible { return .garbled }
    if count.latin1 * 12 > count.letters && count.vietnamese * 50 < count.letters { return .legacyFont }
    return .sane
  }

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
