import SoHoaModel

/// Tells the line of number and symbol (ô 3: `Số: 167/KH-SYT`) from others.
struct NumberLine: Sendable {
  /// How surely a line gives the document's number.
  enum Likeness: Int, Comparable {
    /// `Số: 123`: may be the arrival stamp's.
    case bare = 1
    /// A symbol without the word `Số` before it.
    case symbolOnly
    /// `Số: …/KH-SYT`.
    case full

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  static func likeness(of segment: Segment) -> Likeness? {
    guard let first = segment.words.first else { return nil }
    let hasWord = isNumberWord(first.text) || isActNumber(segment)
    let hasSymbol = segment.words.prefix(8).contains { isSymbol($0.text) }
    if hasWord { return hasSymbol ? .full : isBareNumber(segment) ? .bare : nil }
    return hasSymbol && segment.words.count <= 3 ? .symbolOnly : nil
  }

  /// `Số`, `Số:`, `Số:167`, `S6:`
  static func isNumberWord(_ text: String) -> Bool {
    let head = text.prefix { $0 != ":" && $0 != "." && $0 != ";" }
    let shape = Folding.shape(String(head))
    return shape == Folding.shape("Số") || (head.count < text.count && shape.count == 2 && shape[0] == 0x73)
      || (text.contains(":") && shape.count == 2 && shape[1] == 0x6F)
  }

  /// `Luật số: 12/2025/QH15`
  private static func isActNumber(_ segment: Segment) -> Bool {
    segment.words.prefix(3).dropFirst().contains { isNumberWord($0.text) }
      && segment.words.count <= 6 && segment.words[0].text.first?.isUppercase == true
  }

  /// A group of capitals after a stroke or a hyphen: `167/KH-SYT`, `/UBND-VX`, `57-NQ/TW`, `IKH-SYT`.
  static func isSymbol(_ text: String) -> Bool {
    let groups = text.split { $0 == "/" || $0 == "-" || $0 == "–" }
    let isStroked = text.contains("/") || text.contains("-") || text.contains("–")
    guard isStroked, let last = groups.last else { return false }
    let capitals = last.filter(\.isUppercase).count
    return capitals >= 2 && capitals * 2 >= last.count
  }

  private static func isBareNumber(_ segment: Segment) -> Bool {
    segment.words.count <= 4 && (segment.text.contains(":") || segment.text.contains { $0.isNumber })
  }
}
