import Foundation
import SoHoaModel

/// What is written by hand, picture beside reading, so that a person checks fifty numbers in two minutes: first what is
/// no value, then what is one.
struct HandGrid {
  struct Entry {
    var file: String
    var hand: FileReport.Hand
  }

  private let entries: [Entry]

  init(_ rows: [FileReport]) {
    let all = rows.flatMap { row in row.hands.map { Entry(file: row.file, hand: $0) } }
    entries = all.filter { $0.hand.reading.answer == nil } + all.filter { $0.hand.reading.answer != nil }
  }

  static let style = """
    .hands{display:flex;flex-wrap:wrap;gap:.7em}.hands figure{margin:0;border:1px solid #ccc;border-left:.4em solid #2a7;padding:.4em;max-width:26em}
    .hands figure.check{border-left-color:#c60}.hands img{display:block;max-width:100%;min-height:2em;background:#eee}.hands b{font-size:1.3em}
    .hands small{display:block;word-break:break-all;color:#555}
    """

  var isEmpty: Bool { entries.isEmpty }

  /// - Parameter link: to a file.
  func html(in language: MessageLanguage, escaped: (String) -> String, link: (String) -> String) -> String {
    let open = entries.count { $0.hand.reading.answer == nil }
    let title = Message(
      en: "Written by hand (\(entries.count), to type from the paper: \(open))",
      vi: "Viết tay (\(entries.count), cần nhập theo bản giấy: \(open))")
    let figures = entries.map { figure($0, language, escaped, link) }.joined()
    return """
      <section><h2>\(escaped(title.text(in: language)))</h2>
      <div class="hands">\(figures)</div></section>

      """
  }

  private func figure(
    _ entry: Entry, _ language: MessageLanguage, _ escaped: (String) -> String, _ link: (String) -> String
  ) -> String {
    let reading = entry.hand.reading
    let picture = reading.picture.map {
      "<img alt=\"\" src=\"data:image/jpeg;base64,\($0.base64EncodedString())\">"
    }
    let page = Message(en: "page \(entry.hand.page)", vi: "trang \(entry.hand.page)").text(in: language)
    return """
      <figure\(reading.answer == nil ? " class=\"check\"" : "")>\(picture ?? "")\
      <figcaption>\(escaped(Self.name(reading.slot).text(in: language))): \(Self.said(reading, language, escaped))\
      <small>\(link(entry.file)), \(escaped(page))</small></figcaption></figure>

      """
  }

  private static func said(_ reading: HandReading, _ language: MessageLanguage, _ escaped: (String) -> String)
    -> String
  {
    let choices = reading.choices.prefix(3).map { choice in
      (choice.text, "\(Int((choice.probability * 100).rounded())) %")
    }
    guard reading.form == .digits, let first = choices.first else {
      return "<b>?</b> "
        + escaped(
          Message(en: "struck out, or no digits", vi: "gạch xóa hoặc không phải chữ số").text(in: language))
    }
    let others = choices.dropFirst().map { " · \(escaped($0.0)) \($0.1)" }.joined()
    return "<b>\(escaped(first.0))</b> \(first.1)\(others)"
  }

  private static func name(_ slot: HandReading.Slot) -> Message {
    switch slot {
    case .number: Message(en: "Number", vi: "Số")
    case .day: Message(en: "Day", vi: "Ngày")
    case .month: Message(en: "Month", vi: "Tháng")
    case .arrivalNumber: Message(en: "Arrival number", vi: "Số đến")
    case .arrivalDate: Message(en: "Arrival date", vi: "Ngày đến")
    }
  }
}
