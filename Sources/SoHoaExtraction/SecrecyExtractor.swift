import SoHoaModel
import SoHoaStructure

/// Degree of secrecy (độ mật): the highest of the document's marks. A damaged mark counts too, as one to check.
struct SecrecyExtractor: Sendable {
  let phrases: FormPhrases

  func secrecy(_ sheet: Sheet) -> Field<String>? {
    let found = sheet.lines(.secrecy).compactMap { line in degree(of: line).map { (line, $0) } }
    guard let best = found.max(by: { $0.1.rank < $1.1.rank }) else { return unread(sheet) }
    return field(sheet, best.0, best.1)
  }

  private struct Degree {
    /// Height among the degrees.
    let rank: Int
    let name: String
  }

  private func degree(of line: TokenText) -> Degree? {
    let readings = [FoldedText(line.words), FoldedText(line.words.map(\.observed.text))]
    let names = phrases[.secrecy]
    return names.indices.first { degree in readings.contains { names[degree].find(in: $0) != nil } }.map {
      Degree(rank: names.count - $0, name: names[$0].text)
    }
  }

  private func field(_ sheet: Sheet, _ line: TokenText, _ degree: Degree) -> Field<String> {
    let printed = line.words.map(\.observed.text).joined(separator: " ").uppercased()
    let isCertain = printed.contains(degree.name)
    return sheet.fields.field(
      line, line.indices, value: degree.name, certainty: isCertain ? 0.98 : 0.5,
      rule: isCertain ? "secrecy/mark" : "secrecy/mark-damaged")
  }

  /// A stamp that was told by its words is one, whatever else is read in it.
  private func unread(_ sheet: Sheet) -> Field<String>? {
    guard let line = sheet.lines(.secrecy).first(where: { $0.count > 0 }) else { return nil }
    let least = phrases[.secrecy].last?.text
    return sheet.fields.field(line, line.indices, value: least, certainty: 0.4, rule: "secrecy/mark-damaged")
  }
}

enum SecrecyFindings {
  static func findings(_ record: Record) -> [Finding] {
    guard let secrecy = record.secrecy, let value = secrecy.value else { return [] }
    var messages = [("secrecy.present", present(value))]
    if secrecy.rule == "secrecy/mark-damaged" {
      messages.append(("secrecy.doubtful", doubtful(secrecy.text)))
    }
    return messages.map { code, message in
      Finding(.error, code, message, page: secrecy.page, box: secrecy.box, words: secrecy.words)
    }
  }

  private static func present(_ value: String) -> Message {
    Message(
      en: "the document is marked \(value); do not pass it on, hand it to the officer for state secrets",
      vi: "văn bản có dấu \(value); không chuyển tiếp, hãy giao cho người phụ trách bảo vệ bí mật nhà nước")
  }

  private static func doubtful(_ text: String) -> Message {
    Message(
      en: "“\(text)” looks like a damaged mark of secrecy and is taken for one; look at the paper",
      vi: "“\(text)” giống dấu chỉ độ mật bị hỏng nên được coi là dấu mật; hãy xem bản giấy")
  }
}
