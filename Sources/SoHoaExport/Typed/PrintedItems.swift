import SoHoaModel

/// Printed lines that make one item of a list: what follows a line without a dash of its own belongs to it.
enum PrintedItems {
  private static let dashes: Set<Character> = ["-", "–", "—", "−", "+", "•", "*", "_", "~"]

  static func startsItem(_ text: String) -> Bool { text.first.map(dashes.contains) ?? false }

  /// - Parameter heads: lines at the top that stand for themselves (`Nơi nhận:`).
  static func group(_ lines: [Passage], heads: Int = 0) -> [[Passage]] {
    var items: [[Passage]] = []
    for (index, line) in lines.enumerated() {
      if index <= heads || startsItem(line.text) || items.isEmpty {
        items.append([line])
      } else {
        items[items.count - 1].append(line)
      }
    }
    return items
  }
}
