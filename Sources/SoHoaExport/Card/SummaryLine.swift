import SoHoaModel

/// One converted file as a clerk wants to see it pass by: on one line, or a line for each of its documents.
public struct SummaryLine: Sendable {
  public let message: Message

  public init(_ file: ConvertedFile, name: String) {
    let doubts = file.allFindings.filter { $0.severity > .info }.count
    let isOne = file.documents.count == 1
    let count = file.documents.count
    message = Message(
      en: "\(name): \(file.pages.count) p · " + (isOne ? Self.facts(file.documents[0]) : "\(count) documents")
        + Self.findings(doubts) + (isOne ? "" : Self.list(file.documents, "p")),
      vi: "\(name): \(file.pages.count) tr · " + (isOne ? Self.facts(file.documents[0]) : "\(count) văn bản")
        + (doubts > 0 ? " · \(doubts) điểm cần xem" : "") + (isOne ? "" : Self.list(file.documents, "tr")))
  }

  private static func findings(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? " · 1 finding" : " · \(count) findings"
  }

  private static func list(_ documents: [ConvertedDocument], _ page: String) -> String {
    documents.map { "\n  \(page) \(pages($0)): \(facts($0))" }.joined()
  }

  /// `3-5`; `3` where it is one page.
  package static func pages(_ document: ConvertedDocument) -> String {
    guard let first = document.structure.pages.first, let last = document.structure.pages.last else {
      return "?"
    }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }

  private static func facts(_ document: ConvertedDocument) -> String {
    let record = document.record
    return [
      record.kind?.value?.name, record.number?.value?.full, record.issueDate?.value?.edtf,
      record.issuingBody?.value,
    ].map { $0 ?? "?" }.joined(separator: " · ")
  }
}
