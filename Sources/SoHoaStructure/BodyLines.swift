/// Groups the lines of a letterhead into names of bodies: a name may take several lines.
struct BodyLines: Sendable {
  let tables: FormTables

  /// Positions of the lines, body by body.
  func groups(_ lines: [Segment]) -> [[Int]] {
    var groups: [[Int]] = []
    var previousIsBare = false
    for (index, line) in lines.enumerated() {
      let found = tables.bodyHead(of: line.folded)
      let begins = isKnownBody(line) || found != nil && !(previousIsBare && !isOffice(line))
      if begins || groups.isEmpty {
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
      previousIsBare = found.map { $0.head.isBare && $0.match.words.upperBound == line.words.count } ?? false
    }
    return groups
  }

  /// The whole line is a body's name, also with its words run together (`SOYTE`).
  private func isKnownBody(_ line: Segment) -> Bool { tables.bodyShapes.contains(line.folded.bytes) }

  /// An office that stands under another body, never inside its name.
  private func isOffice(_ line: Segment) -> Bool {
    let heads = ["SỞ", "PHÒNG", "TRUNG TÂM", "CHI CỤC", "BỆNH VIỆN", "TRƯỜNG", "TRẠM", "VĂN PHÒNG", "BAN"]
    guard let found = tables.bodyHead(of: line.folded) else { return false }
    return heads.contains { found.head.phrase.text.hasPrefix($0) }
  }
}
