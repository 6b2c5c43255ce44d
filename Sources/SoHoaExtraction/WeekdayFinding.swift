import SoHoaModel

extension DateFindings {
  private static let names = [
    ("Monday", "thứ Hai"), ("Tuesday", "thứ Ba"), ("Wednesday", "thứ Tư"), ("Thursday", "thứ Năm"),
    ("Friday", "thứ Sáu"), ("Saturday", "thứ Bảy"), ("Sunday", "Chủ nhật"),
  ]

  /// - Parameters: 1 (Monday) to 7.
  static func weekday(_ text: TokenText, _ range: Range<Int>, printed: Int, actual: Int) -> Finding {
    let (right, wrong) = (names[actual - 1], names[printed - 1])
    let words = Array(text.words(range))
    let page = words.first?.id.page
    let box = words.filter { $0.id.page == page }.compactMap(\.box).union()
    return Finding(
      .warning, "date.weekday",
      Message(
        en: "“\(text.text(range))” is a \(right.0), not a \(wrong.0) as printed; ask which of them is meant",
        vi: "“\(text.text(range))” là \(right.1), không phải \(wrong.1) như đã in; hãy hỏi lại ngày nào đúng"),
      page: page, box: box, words: words.map(\.id))
  }
}
