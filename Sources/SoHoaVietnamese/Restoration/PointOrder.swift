/// Points run a, b, c, d, đ, e: a second "d)" after "d)" is "đ)".
enum PointOrder {
  static func mend(_ lines: inout [[RestoredToken]]) {
    var last = ""
    for index in lines.indices {
      guard let first = lines[index].first, isPoint(first.text) else { continue }
      if first.text == "d)", last == "d)" {
        lines[index][0].text = "đ)"
        lines[index][0].decision = .restored
        lines[index][0].confidence = 0.9
        lines[index][0].source = "order"
        lines[index][0].candidates = [.init(text: "d)", confidence: 0.1)]
      }
      last = lines[index][0].text
    }
  }

  private static func isPoint(_ text: String) -> Bool {
    text.unicodeScalars.count == 2 && text.hasSuffix(")")
      && CharacterClass.of(text.unicodeScalars.first!.value) == .letter
  }
}
