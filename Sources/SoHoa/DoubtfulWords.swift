import SoHoaModel

/// Reports, page by page, the words that nobody should rely on unseen.
struct DoubtfulWords: Sendable {
  /// Words below this are listed.
  static let leastConfidence = 0.5

  func findings(_ pages: [Page]) -> [Finding] { pages.compactMap(finding) }

  private func finding(_ page: Page) -> Finding? {
    let words = page.words.filter { !$0.text.isEmpty && $0.confidence < Self.leastConfidence }
    guard !words.isEmpty else { return nil }
    let sample = words.prefix(3).map { "“\($0.text)”" }.joined(separator: ", ")
    return Finding(
      .info, "words.doubtful",
      Message(
        en: "\(words.count) words are doubtful (\(sample) …); compare with the paper",
        vi: "\(words.count) từ chưa chắc chắn (\(sample) …); hãy đối chiếu với bản giấy"),
      page: page.number, box: words.compactMap(\.box).union(), words: words.map(\.id))
  }
}
