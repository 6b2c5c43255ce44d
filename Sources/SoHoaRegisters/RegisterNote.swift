import SoHoaExport
import SoHoaModel

/// Ghi chú of one document: what is urgent, what to look at, and the file that it came from.
struct RegisterNote: Sendable {
  /// So many findings stand in the cell itself; all of them in its comment.
  private static let shown = 2
  private static let digits = 12

  let fingerprint: String
  /// `scan.pdf`, `scan.pdf, tr. 3-5`
  let source: String
  private let record: Record
  private let findings: [Finding]

  init(_ file: ConvertedFile, _ index: Int) {
    let document = file.documents[index]
    let isOne = file.documents.count == 1
    let digits = String(file.source.sha256.prefix(Self.digits))
    fingerprint = isOne ? "#\(digits)" : "#\(digits).\(index + 1)"
    source = isOne ? file.source.name : "\(file.source.name), tr. \(SummaryLine.pages(document))"
    record = document.record
    let own = document.structure.findings + document.findings
    let shared = file.findings + file.pages.flatMap(\.findings)
    findings = (own + (isOne ? shared : [])).filter { $0.severity > .info }
  }

  var cell: RegisterCell {
    let lines = [marks, short, "Tệp: \(source) \(fingerprint)"].filter { !$0.isEmpty }
    return RegisterCell(.text(lines.joined(separator: "\n")), doubts: findings.map(Self.place))
  }

  private var marks: String {
    [record.urgency, record.secrecy, record.circulation].compactMap { $0 }.map {
      $0.value ?? "\($0.text) (?)"
    }
    .joined(separator: "; ")
  }

  private var short: String {
    guard !findings.isEmpty else { return "" }
    let rest = findings.count - Self.shown
    let first = findings.prefix(Self.shown).map { Self.head($0.message.vi) }
    return "Cần xem: " + first.joined(separator: "; ") + (rest > 0 ? "; và \(rest) điểm khác" : "")
  }

  /// What is wrong, without what to do about it.
  private static func head(_ message: String) -> String {
    String(message.prefix { $0 != ";" })
  }

  private static func place(_ finding: Finding) -> String {
    let text = finding.message.vi
    guard let page = finding.page, !text.hasPrefix("trang ") else { return text }
    return "trang \(page): \(text)"
  }
}
