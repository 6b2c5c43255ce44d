import Foundation
import SoHoaModel

/// A record on one screen: what a clerk looks at before filing.
public struct SummaryCard: Sendable {
  /// Values below this carry a question mark.
  private static let sure = 0.8
  private static let labelWidth = 12
  /// Headings and tasks that are shown; the outputs have them all.
  private static let most = 40

  private let file: ConvertedFile
  private let language: MessageLanguage
  private let style: CardStyle

  public init(_ file: ConvertedFile, language: MessageLanguage, style: CardStyle = .plain) {
    self.file = file
    self.language = language
    self.style = style
  }

  public var text: String {
    let cards = file.documents.indices.map { index in
      let document = file.documents[index]
      return (head(index) + facts(document.record) + outline(document.structure) + tasks(document.record))
        .joined(separator: "\n")
    }
    return (cards + [findings]).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Which document of the file it is, and its pages, where there are several.
  private func head(_ index: Int) -> [String] {
    guard file.documents.count > 1 else { return [] }
    let pages = SummaryLine.pages(file.documents[index])
    let position = "\(index + 1)/\(file.documents.count)"
    let line = english ? "Document \(position) (pages \(pages))" : "Văn bản \(position) (trang \(pages))"
    return (index > 0 ? [""] : []) + [style.painted(line, .head)]
  }

  private func facts(_ record: Record) -> [String] {
    let issuer = [marked(record.issuingBody), record.superiorBody?.value.map { "(\($0))" }]
    let date = marked(record.issueDate) { $0.edtf.map(dayFirst) ?? "?" }
    return [
      row("Kind", "Loại", marked(record.kind) { $0.name }),
      row("Number", "Số, ký hiệu", marked(record.number) { $0.full ?? "— /\($0.symbol ?? "—")" }),
      row("Date", "Ngày", [date, record.place?.value].compactMap { $0 }.joined(separator: ", ")),
      row("Issuer", "Cơ quan", issuer.compactMap { $0 }.joined(separator: " ")),
      row("Title", "Trích yếu", marked(record.title)),
      row("Urgency", "Độ khẩn", record.urgency?.value),
      row("Secrecy", "Độ mật", record.secrecy?.value),
      row("To", "Kính gửi", list(record.addressees.map { $0.value ?? $0.text })),
      row("Signer", "Người ký", list(record.signers.map(signer))),
      row("Copies to", "Nơi nhận", list(record.recipients.map { $0.party.value ?? $0.party.text })),
      row("Cites", "Viện dẫn", list(record.references.map(reference))),
    ].compactMap { $0 }
  }

  /// As the reader's own letters have it: `2026-02-09`, `09/02/2026`.
  private func dayFirst(_ edtf: String) -> String {
    let parts = edtf.split(separator: "-")
    return english || parts.count != 3 ? edtf : parts.reversed().joined(separator: "/")
  }

  private func signer(_ signer: Signer) -> String {
    let titles = signer.authority.map { $0.value ?? $0.text } + [signer.position?.value].compactMap { $0 }
    return [titles.joined(separator: " / "), marked(signer.name) ?? "?"].joined(separator: " ")
  }

  private func reference(_ reference: Reference) -> String {
    let number =
      reference.number.full ?? reference.number.number ?? reference.title ?? reference.kind?.name ?? "?"
    return reference.date?.edtf.map { "\(number) (\($0))" } ?? number
  }

  private func outline(_ structure: DocumentStructure) -> [String] {
    part("Outline", "Bố cục", structure.body.flatMap { headings($0, depth: 0) })
  }

  private func headings(_ node: Node, depth: Int) -> [String] {
    let below = node.children.flatMap { headings($0, depth: depth + 1) }
    guard let label = node.label, let title = node.title else { return below }
    let indent = 2 * (depth + 1)
    let text = style.wrapped("\(label) \(title.text)", indent: indent + TerminalText.width(label) + 1)
    return [String(repeating: " ", count: indent) + text] + below
  }

  /// A part with its head; nothing if it is empty.
  private func part(_ en: String, _ vi: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    let left = lines.count - Self.most
    let rest = left > 0 ? [style.painted(english ? "  … \(left) more" : "  … còn \(left)", .label)] : []
    return ["", style.painted(english ? en : vi, .head)] + lines.prefix(Self.most) + rest
  }

  // MARK: Tasks

  private func tasks(_ record: Record) -> [String] {
    part("Tasks", "Nhiệm vụ", TaskGroup.groups(record.responsibilities).map(task))
  }

  /// `Sở Y tế (chủ trì); Sở Nội vụ (phối hợp): …` with its deadline.
  private func task(_ task: TaskGroup) -> String {
    let parties = task.rows.map { "\($0.party.value ?? $0.party.text) (\(name($0.role)))" }
    let deadline = task.deadline.map { " [\($0.text)]" } ?? ""
    let text = "\(parties.joined(separator: "; ")): \(task.rows[0].action?.text ?? "?")\(deadline)"
    return "  " + style.wrapped(text, indent: 4)
  }

  private var findings: String {
    let doubts = file.allFindings.filter { $0.severity > .info }
    guard !doubts.isEmpty else { return "" }
    let lines = doubts.map { finding in
      let place = finding.page.map { english ? "page \($0): " : "trang \($0): " } ?? ""
      let message = finding.message.text(in: language)
      let text = style.wrapped((message.hasPrefix(place) ? "" : place) + message, indent: 4)
      return "  " + style.painted("!", .doubt) + " " + text
    }
    return (["", style.painted(english ? "To check" : "Cần xem lại", .head)] + lines).joined(separator: "\n")
  }

  // MARK: Pieces

  private var english: Bool { language == .english }

  private func name(_ role: Responsibility.Role) -> String {
    guard english else { return role.vietnamese }
    return role == .reportTo ? "report to" : role.rawValue
  }

  private func row(_ en: String, _ vi: String, _ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    let label = TerminalText.padded(english ? en : vi, to: Self.labelWidth)
    let text = style.wrapped(value, indent: Self.labelWidth)
    return style.painted(label, .label)
      + text.replacingOccurrences(of: "(?)", with: style.painted("(?)", .doubt))
  }

  private func list(_ values: [String]) -> String { values.joined(separator: "; ") }

  private func marked(_ field: Field<String>?) -> String? { marked(field) { $0 } }

  private func marked<Value>(_ field: Field<Value>?, _ show: (Value) -> String) -> String? {
    guard let field else { return nil }
    let doubt = field.confidence < Self.sure || field.value == nil ? " (?)" : ""
    return (field.value.map(show) ?? field.text) + doubt
  }
}
