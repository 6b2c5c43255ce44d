import SoHoaModel

/// Puts dots where the paper leaves room for what is filled in by hand: `Số: ....../KH-SYT`, `ngày ..... tháng 8`.
struct Blanks {
  private static let dots = "......"

  let setter: TextSetter

  /// The number's line; the room is behind `Số`.
  func number(_ line: Passage) -> TypedText {
    fill(line) { previous, next in
      ["số", "số:"].contains(previous.lowercased()) && (next.hasPrefix("/") || next.hasPrefix("-"))
    }
  }

  /// The line of place and date; the room is before `tháng` and before `năm`.
  func date(_ line: Passage) -> TypedText {
    fill(line) { previous, next in
      let pair = (previous.lowercased(), next.lowercased())
      return pair == ("ngày", "tháng") || pair == ("tháng", "năm")
    }
  }

  private func fill(_ line: Passage, _ isBlank: (String, String) -> Bool) -> TypedText {
    let words = setter.texts(line)
    var whole = TypedText()
    for (index, word) in words.enumerated() {
      if index > 0 {
        let gap = isBlank(words[index - 1].text, word.text)
        let isTail = word.text.hasPrefix("/") || word.text.hasPrefix("-")
        whole.append(gap ? " \(Self.dots)\(isTail ? "" : " ")" : " ")
      }
      whole.append(word)
    }
    return whole
  }
}
