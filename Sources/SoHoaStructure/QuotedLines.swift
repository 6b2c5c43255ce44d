import SoHoaModel

/// Finds the lines of a quotation that begins with a label: what another act is to say, with numbers of its own.
enum QuotedLines {
  /// Lines that a quotation may take.
  private static let longest = 60

  static func find(in lines: [Segment]) -> Set<Int> {
    var quoted: Set<Int> = []
    var index = 0
    while index < lines.count {
      if begins(lines[index]), let end = end(of: lines, from: index) {
        quoted.formUnion(index...end)
        index = end
      }
      index += 1
    }
    return quoted
  }

  private static func begins(_ line: Segment) -> Bool {
    guard let first = line.text.first, first == "“" || first == "\"" || first == "«" else { return false }
    let rest = line.text.dropFirst().prefix { $0 != " " }
    return rest.last.map { ".)".contains($0) } == true || Folding.folded(String(rest)) == "dieu"
      || Folding.folded(String(rest)) == "chuong"
  }

  private static func end(of lines: [Segment], from start: Int) -> Int? {
    for index in start..<min(start + longest, lines.count) {
      if index > start, begins(lines[index]) { return nil }
      let tail = lines[index].text.suffix(3).drop { $0 != "”" && $0 != "\"" && $0 != "»" }
      if tail.count > 0, index > start || lines[index].text.count > 3 { return index }
    }
    return nil
  }
}
