import Foundation
import SoHoaExport
import SoHoaModel

/// The report as comma-separated values, a row a file.
struct ReportTable {
  let rows: [FileReport]
  let language: MessageLanguage

  var data: Data { CSVWriter().encode([header] + rows.map(cells)) }

  private var header: [String] {
    [
      Message(en: "Outcome", vi: "Kết quả"), Message(en: "File", vi: "Tệp"),
      Message(en: "Pages", vi: "Số trang"),
      Message(en: "What", vi: "Nội dung"), Message(en: "What to do", vi: "Việc cần làm"),
      Message(en: "Outputs", vi: "Tệp kết quả"),
    ].map(text)
  }

  private func cells(_ row: FileReport) -> [String] {
    let findings = row.findings.map { ReportFinding($0).text(in: language) }
    return [
      text(row.outcome.title), row.file, row.pages > 0 ? "\(row.pages)" : "",
      (row.what.map { [text($0)] } ?? [] + findings).joined(separator: "\n"), row.advice.map(text) ?? "",
      row.outputs.joined(separator: "\n"),
    ]
  }

  private func text(_ message: Message) -> String { message.text(in: language) }
}

/// One finding in a report.
struct ReportFinding {
  private let finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  func text(in language: MessageLanguage) -> String {
    let text = finding.message.text(in: language)
    guard let page = finding.page else { return text }
    return Message(en: "page \(page): \(text)", vi: "trang \(page): \(text)").text(in: language)
  }
}
