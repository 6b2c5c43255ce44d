import Foundation
import SoHoaExport
import SoHoaModel

/// The report as a page for a browser: one file that loads nothing and runs nothing.
struct ReportPage {
  private static let style = """
    body{font:15px/1.45 sans-serif;margin:2em auto;max-width:75em;padding:0 1em;color:#222}
    h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}
    table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.4em .6em;text-align:left;vertical-align:top}
    th{background:#f2f2f2}td.file{word-break:break-all;min-width:14em}ul{margin:0;padding-left:1.2em}
    .failed h2{color:#a00}.doubtful h2{color:#850}td.pages{text-align:right}.outputs a{margin-right:.8em}
    """

  let rows: [FileReport]
  /// Files that are well and have no row.
  let leftOut: [FileReport.Outcome: Int]
  let target: URL
  let language: MessageLanguage

  var data: Data { Data(text.utf8) }

  private var text: String {
    let title = say("Report of a run", "Báo cáo số hóa")
    return """
      <!DOCTYPE html>
      <html lang="\(language == .vietnamese ? "vi" : "en")"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width"><title>\(title)</title>
      <style>\(Self.style)
      \(HandGrid.style)</style></head><body>
      <h1>\(title)</h1>
      <p>\(totals)</p>
      \(section(.failed))\(hands)\(FileReport.Outcome.allCases.dropFirst().map(section).joined())</body></html>

      """
  }

  private var hands: String {
    let grid = HandGrid(rows)
    return grid.isEmpty ? "" : grid.html(in: language, escaped: Self.escaped) { link($0, $0) }
  }

  private var totals: String {
    FileReport.Outcome.allCases.compactMap { outcome in
      let count = rows.count { $0.outcome == outcome } + leftOut[outcome, default: 0]
      return count > 0 ? "\(escaped(outcome.title)): \(count)" : nil
    }.joined(separator: " · ")
  }

  private func section(_ outcome: FileReport.Outcome) -> String {
    let own = rows.filter { $0.outcome == outcome }
    guard !own.isEmpty else { return "" }
    let count = leftOut[outcome, default: 0]
    let more =
      count > 0
      ? "<p>" + say("and \(count) more that need nothing", "và \(count) tệp khác không cần xem") + "</p>\n"
      : ""
    return """
      <section class="\(outcome.rawValue)"><h2>\(escaped(outcome.title)) (\(own.count))</h2>
      <table><tr><th>\(say("File", "Tệp"))</th><th>\(say("Pages", "Trang"))</th>\
      <th>\(say("What", "Nội dung"))</th><th>\(say("What to do", "Việc cần làm"))</th>\
      <th>\(say("Outputs", "Kết quả"))</th></tr>
      \(own.map(row).joined())</table>
      \(more)</section>

      """
  }

  private func row(_ row: FileReport) -> String {
    """
    <tr><td class="file">\(link(row.file, row.file))</td><td class="pages">\(row.pages > 0 ? "\(row.pages)" : "")</td>\
    <td>\(row.what.map(escaped) ?? "")\(findings(row.findings))</td><td>\(row.advice.map(escaped) ?? "")</td>\
    <td class="outputs">\(row.outputs.map(output).joined())</td></tr>

    """
  }

  private func findings(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "" }
    return "<ul>" + findings.map(finding).joined() + "</ul>"
  }

  /// One thing that a person should look at.
  private func finding(_ finding: Finding) -> String {
    "<li>" + Self.escaped(ReportFinding(finding).text(in: language)) + "</li>"
  }

  private func output(_ path: String) -> String {
    let name = (path as NSString).lastPathComponent
    return link(
      path, name.hasSuffix(".json") || name.hasSuffix(".pdf") ? (name as NSString).pathExtension : name)
  }

  /// From the report's folder, so that both can be moved together.
  private func link(_ path: String, _ text: String) -> String {
    guard path != "-" else { return Self.escaped(text) }
    let way = RelativeLink.path(from: target, to: URL(fileURLWithPath: path))
    let address = way.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
    return "<a href=\"\(Self.escaped(address))\">\(Self.escaped(text))</a>"
  }

  /// A colon would make the beginning of a name a scheme.
  private static let plain = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")

  private func say(_ en: String, _ vi: String) -> String { escaped(Message(en: en, vi: vi)) }

  private func escaped(_ message: Message) -> String { Self.escaped(message.text(in: language)) }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
