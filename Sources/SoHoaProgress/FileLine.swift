import SoHoaModel

/// One input that has ended, on a line for people. Only a person's screen, or who asked for it, gets to see what the
/// document says.
struct FileLine {
  private let report: FileReport
  private let settings: ProgressDesk.Settings

  init(_ report: FileReport, _ settings: ProgressDesk.Settings) {
    self.report = report
    self.settings = settings
  }

  /// Nil where nothing is to be told: beside a bar, of what is well.
  var text: String? {
    switch (settings.form, report.outcome) {
    case (_, .failed): Self.harmless(what)
    case (.none, _), (.json, _), (.auto, _): nil
    case (.bar, .upToDate), (.bar, .done), (_, .upToDate): nil
    default: Self.harmless(settings.showsContent ? report.summary?.text(in: settings.language) ?? what : what)
    }
  }

  private var what: String {
    let text = { (message: Message) in message.text(in: settings.language) }
    if let failure = report.failure { return Self.located(text(failure.message), report.file) }
    if report.sameAs != nil, let what = report.what { return "\(report.file): \(text(what))" }
    let count = report.findings.count
    return text(
      Message(
        en: "\(report.file): \(report.pages) p" + (count > 0 ? " · \(count) to review" : ""),
        vi: "\(report.file): \(report.pages) tr" + (count > 0 ? " · \(count) điểm cần xem" : "")))
  }

  /// Messages of files name the file, seldom its folder.
  private static func located(_ text: String, _ file: String) -> String {
    if text.contains(file) { return text }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard text.hasPrefix(name) else { return "\(file): \(text)" }
    return file.dropLast(name.count) + text
  }

  /// Names of files can hold what steers the terminal: such characters are shown as `?`.
  static func harmless(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { steers($0) ? "?" : $0 }))
  }

  /// Moves the cursor, colours the terminal, or turns the text around.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
