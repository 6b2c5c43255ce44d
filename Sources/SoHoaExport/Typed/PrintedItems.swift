import SoHoaModel

/// Printed lines that make one item of a list: what follows a line without a dash of its own belongs to it.
enum PrintedItems {
  private static let dashes: Set<Character> = ["-", "–", "—", "−", "+", "•", "*", "_", "~"]

  static func startsItem(_ text: String) -> Bool { text.first.map(dashes.contains) ?? false }

  /// The first may open the list (`Nơi nhận:`): then what follows it is an item of its own.
  static func group(_ lines: [Passage]) -> [[Passage]] {
    var items: [[Passage]] = []
    for line in lines {
      let isFirst = items.isEmpty || items.count == 1 && items[0].last?.text.last == ":"
      if isFirst || startsItem(line.text) {
        items.append([line])
      } else {
        items[items.count - 1].append(line)
      }
    }
    return items
  }
}
