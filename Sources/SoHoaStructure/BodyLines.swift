/// Groups the lines of a letterhead into names of bodies: a name may take several lines.
struct BodyLines: Sendable {
  let tables: FormTables

  /// Positions of the lines, body by body.
  func groups(_ lines: [Segment]) -> [[Int]] {
    var groups: [[Int]] = []
    var previousIsBare = false
    for (index, line) in lines.enumerated() {
      let found = tables.bodyHead(of: line.folded)
      let above = index > 0 ? lines[index - 1] : nil
      let begins = isKnownBody(line) || found != nil && !(previousIsBare && !isOffice(line))
      if begins && !goesOn(line, above) || groups.isEmpty {
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
      previousIsBare = found.map { $0.head.isBare && $0.match.words.upperBound == line.words.count } ?? false
    }
    return groups
  }

  /// The line goes on with the name above it: `BỆNH VIỆN ĐA` `KHOA …`, `BAN CHỈ ĐẠO` `PHÒNG, CHỐNG …`,
  /// `ỦY BAN NHÂN DÂN` `PHƯỜNG …`.
  private func goesOn(_ line: Segment, _ above: Segment?) -> Bool {
    guard let above, let last = above.words.last?.text, let first = line.words.first?.text else {
      return false
    }
    if last.hasSuffix(",") || Folding.folded(last) == "va" { return true }
    if Self.units.contains(where: { $0.match(at: 0, in: line.folded)?.distance == 0 }) { return true }
    let next = line.words.count > 1 ? line.words[1].text : ""
    if Folding.folded(first) == "phong", first.hasSuffix(",") || Folding.folded(next) == "chong" {
      return true
    }
    return tables.isJoint(last, first) && !isKnownBody(line) && !isOwn(line)
  }

  /// Bodies that stand on lines of their own.
  private func isOwn(_ line: Segment) -> Bool {
    ["SỞ", "BỘ", "UBND", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "TRUNG TÂM", "BỆNH VIỆN"].contains {
      line.words.count > 1 && Phrase($0, tolerance: 0).match(at: 0, in: line.folded) != nil
    }
  }

  private static let units = [
    "TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN", "XÃ", "PHƯỜNG", "ĐẶC KHU",
  ].map { Phrase($0, tolerance: 0) }

  /// The whole line is a body's name, also with its words run together (`SOYTE`).
  private func isKnownBody(_ line: Segment) -> Bool { tables.bodyShapes.contains(line.folded.bytes) }

  /// An office that stands under another body, never inside its name.
  private func isOffice(_ line: Segment) -> Bool {
    let heads = ["SỞ", "PHÒNG", "TRUNG TÂM", "CHI CỤC", "BỆNH VIỆN", "TRƯỜNG", "TRẠM", "VĂN PHÒNG", "BAN"]
    guard let found = tables.bodyHead(of: line.folded) else { return false }
    return heads.contains { found.head.phrase.text.hasPrefix($0) }
  }
}
