import SoHoaModel

/// Finds the printed picture of a digital signature among the lines of a page: `Ký bởi: …`, `Email: …`,
/// `Thời gian ký: …`.
struct BannerFinder {
  let captions: MarkPhrases

  /// Lines of each banner. Two captions make one, of which a digital signature has at least one to itself.
  func banners(_ blocks: [Block]) -> [[Line]] {
    let lines = blocks.flatMap(\.lines).filter { $0.box != nil }
    let heads = lines.indices.filter { isCaption(lines[$0], .bannerHead) }
    var banners: [[Int]] = []
    for head in heads where !banners.contains(where: { $0.contains(head) }) {
      let group = grown([head], lines)
      let captioned = group.count { isCaption(lines[$0], .bannerHead) || isCaption(lines[$0], .bannerField) }
      if captioned >= 2 { banners.append(group) }
    }
    return banners.map { $0.map { lines[$0] } }
  }

  /// Takes in captions, and lines between them, that stand close and at the same left edge.
  private func grown(_ start: [Int], _ lines: [Line]) -> [Int] {
    var group = start
    var grows = true
    while grows {
      let next = lines.indices.first { index in
        !group.contains(index) && group.contains { isNext(lines[index], lines[$0]) }
          && (isCaption(lines[index], .bannerHead) || isCaption(lines[index], .bannerField))
      }
      grows = next != nil
      if let next { group.append(next) }
    }
    return group.sorted()
  }

  private func isCaption(_ line: Line, _ role: MarkPhrases.Role) -> Bool {
    line.words.count <= 24 && line.words.prefix(5).contains { $0.text.contains(":") }
      && captions.begins(role, FoldedText(line.words))
  }

  /// So many line heights apart at most: a line that was read badly may stand between.
  private static let reach = 3.2

  private func isNext(_ line: Line, _ other: Line) -> Bool {
    guard let box = line.box, let above = other.box else { return false }
    let height = Double(min(box.height, above.height))
    return Double(abs(box.top - above.top)) <= Self.reach * height
      && Double(abs(box.left - above.left)) <= 3 * height
  }
}
