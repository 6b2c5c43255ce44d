import SoHoaModel
import SoHoaStructure

/// What does not agree in a closing, or between it and the rest of the record.
enum ClosingFindings {
  static func findings(_ record: Record, _ sheet: Sheet) -> [Finding] {
    [article(record, sheet), manySigners(record), arrival(record)].compactMap { $0 } + surnames(record)
  }

  /// `Như Điều 3` without an Điều 3.
  private static func article(_ record: Record, _ sheet: Sheet) -> Finding? {
    let articles = Set(sheet.structure.body.flatMap(\.articles))
    guard !articles.isEmpty else { return nil }
    let missing = record.recipients.first { recipient in
      article(named: recipient).map { !articles.contains($0) } ?? false
    }
    guard let party = missing?.party, let value = party.value else { return nil }
    return Finding(
      .warning, "recipients.article",
      Message(
        en: "the recipients say \"\(value)\", but there is no such article",
        vi: "nơi nhận ghi \"\(value)\" nhưng văn bản không có điều đó"),
      page: party.page, box: party.box, words: party.words)
  }

  private static func article(named recipient: Recipient) -> Int? {
    let words = (recipient.party.value ?? "").split(separator: " ").map(String.init)
    guard words.count == 3, Folding.folded(words[0]) == "nhu", Folding.folded(words[1]) == "dieu" else {
      return nil
    }
    return Int(words[2])
  }

  /// Kinds that more than one person signs.
  private static let joint: Set = ["BB", "HĐ", "BTT", "BGN", "TTLT", "NQLT", "GUQ"]

  private static func manySigners(_ record: Record) -> Finding? {
    guard record.signers.count > 1, let kind = record.kind?.value, !joint.contains(kind.code) else {
      return nil
    }
    let field = record.signers[1].name ?? record.signers[1].position
    return Finding(
      .warning, "signer.several",
      Message(
        en: "\(record.signers.count) signers on a document of a kind that one person signs",
        vi: "có \(record.signers.count) người ký trên loại văn bản thường do một người ký"),
      page: field?.page, box: field?.box, words: field?.words ?? [])
  }

  private static func arrival(_ record: Record) -> Finding? {
    guard let arrival = record.arrival?.date, let came = arrival.value?.edtf,
      let issued = record.issueDate?.value?.edtf, came.count == 10, issued.count == 10, came < issued
    else { return nil }
    return Finding(
      .warning, "arrival.beforeIssue",
      Message(
        en: "arrived on \(came), before it was issued on \(issued); look at both dates",
        vi: "ngày đến \(came) trước ngày ban hành \(issued); hãy xem cả hai ngày"),
      page: arrival.page, box: arrival.box, words: arrival.words)
  }

  /// Names that are kept as read though only another mark makes a known surname of them.
  private static func surnames(_ record: Record) -> [Finding] {
    record.signers.compactMap(\.name).compactMap { name in
      guard let value = name.value, let other = name.alternatives.last else { return nil }
      return Finding(
        .warning, "signer.name",
        Message(
          en: "the signer's name was read as \(value); it may be \(other)",
          vi: "họ tên người ký đọc là \(value); có thể là \(other)"),
        page: name.page, box: name.box, words: name.words)
    }
  }
}

extension Node {
  fileprivate var articles: [Int] {
    (kind == .article ? [ordinal].compactMap { $0 } : []) + children.flatMap(\.articles)
  }
}
