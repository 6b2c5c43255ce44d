import SoHoaModel

/// Why there is no engine.
public enum RecognitionError: Explained, Hashable {
  case outOfMemory
  /// `missing` as Tesseract calls it, e.g. `vie` or `Vietnamese`.
  case languageUnavailable(missing: String, searched: String)
  case notALanguage(String)

  public var message: Message {
    switch self {
    case .outOfMemory:
      Message(
        en: "not enough memory to start Tesseract; run fewer jobs",
        vi: "không đủ bộ nhớ để khởi động Tesseract; hãy giảm số tác vụ")
    case .languageUnavailable(let missing, let searched):
      Message(
        en:
          "no \(missing).traineddata in \(searched); install it with: apt-get install \(Self.package(missing))",
        vi: "không có \(missing).traineddata trong \(searched); cài bằng lệnh: apt-get install "
          + Self.package(missing))
    case .notALanguage(let text):
      Message(
        en: "'\(text)' is no language: give names like vie, eng or vie+eng",
        vi: "'\(text)' không phải tên ngôn ngữ: hãy dùng vie, eng hoặc vie+eng")
    }
  }

  /// The Debian package that holds a model: languages are in lower case, scripts are not.
  static func package(_ model: String) -> String {
    let isScript = model.first?.isUppercase == true
    let name = model.lowercased().split(separator: "_").joined(separator: "-")
    return isScript ? "tesseract-ocr-script-\(name.prefix(4))" : "tesseract-ocr-\(name)"
  }
}
