import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct TypedTextTests {
  /// Words of one line; `?` marks those that are doubtful.
  private static func setter(_ words: String) -> TextSetter {
    let words = words.split(separator: " ").enumerated().map { index, text in
      Word(
        id: ID(page: 1, index: index + 1), box: nil,
        observed: Reading(
          text: String(text).replacing("?", with: ""), confidence: text.hasSuffix("?") ? 0.5 : 1,
          stage: "text"))
    }
    let line = Line(id: ID(page: 1, index: 1), box: nil, words: words)
    var file = SampleFile.make()
    file.pages = [
      Page(number: 1, origin: .text, blocks: [Block(id: ID(page: 1, index: 1), box: nil, lines: [line])])
    ]
    return TextSetter(WordBook(file))
  }

  @Test(
    "a passage keeps its text, its words their doubts",
    arguments: [
      ("một hai? ba", "một hai ba", "một |hai?| ba"),
      // Text and words that differ: what the passage says stands.
      ("Thư ký:?", "Thư ký", "Thư |ký?"), ("Số 57- NQ/TW?", "Số 57-NQ/TW", "Số 57-|NQ/TW?"),
      ("lạ? một", "một", "một"), ("một lạ hai?", "một hai", "một |hai?"),
      ("một hai", "một khác hai", "một khác hai"),
      ("", "chữ không có từ", "chữ không có từ"), ("hai? một", "", ""),
    ])
  func runs(_ words: String, _ text: String, _ runs: String) {
    let setter = Self.setter(words)
    let ids = (1...9).map { ID<Word>(page: 1, index: $0) }
    let typed = setter.text(Passage(text: text, words: ids))
    #expect(typed.text == text)
    #expect(typed.runs.map { $0.text + ($0.doubt == nil ? "" : "?") }.joined(separator: "|") == runs)
  }

  @Test(
    "what the end of a heading lost comes back before text", arguments: [("Thư ký:", "Thư ký", "Thư ký:")])
  func tail(_ words: String, _ title: String, _ whole: String) {
    let passage = Passage(text: title, words: (1...2).map { ID(page: 1, index: $0) })
    #expect(Self.setter(words).text(runIn: passage).text == whole)
  }

  @Test(
    "dots where room is left",
    arguments: [
      ("Số: /KH-SYT", "Số: ....../KH-SYT"), ("Số -NQ/TU", "Số ......-NQ/TU"), ("Số: 5 /KH", "Số: 5 /KH"),
      ("Số: 5/KH", "Số: 5/KH"), ("Số2624 /QĐ-B", "Số2624 /QĐ-B"),
    ])
  func number(_ line: String, _ filled: String) {
    #expect(Blanks(setter: Self.setter(line)).number(Self.all(line)).text == filled)
  }

  @Test(
    "dots where the day or the month is to be filled in",
    arguments: [
      ("Huế, ngày tháng 5 năm 2026", "Huế, ngày ...... tháng 5 năm 2026"),
      ("ngày tháng năm 2026", "ngày ...... tháng ...... năm 2026"),
      ("ngày 1 tháng 5 năm 2026", "ngày 1 tháng 5 năm 2026"),
    ])
  func date(_ line: String, _ filled: String) {
    #expect(Blanks(setter: Self.setter(line)).date(Self.all(line)).text == filled)
  }

  @Test(
    "lines without a dash go on with the item before",
    arguments: [
      (["Nơi nhận:", "- Một", "tiếp;", "- Hai"], ["Nơi nhận:", "- Một+tiếp;", "- Hai"]),
      (["Kính gửi: Sở", "Y tế"], ["Kính gửi: Sở+Y tế"]),
      (["Kính gửi:", "Sở", "Y tế"], ["Kính gửi:", "Sở+Y tế"]), ([], []),
    ])
  func items(_ lines: [String], _ items: [String]) {
    let grouped = PrintedItems.group(lines.map { Passage(text: $0, words: []) })
    #expect(grouped.map { $0.map(\.text).joined(separator: "+") } == items)
  }

  private static func all(_ line: String) -> Passage {
    Passage(text: line, words: line.split(separator: " ").indices.map { ID(page: 1, index: $0 + 1) })
  }
}
