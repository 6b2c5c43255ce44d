import SoHoaModel

/// Parts what a text layer has run together where two columns meet: `Nơi nhận:TM. ỦY BAN`, `Sở Y tế;KT. CHỦ TỊCH`.
///
/// The word that is cut belongs to both lines; what each says of it is in its passage.
struct GluedColumns: Sendable {
  let phrases: FormPhrases
  let tables: FormTables

  func split(_ line: Segment) -> [Segment] {
    for index in line.words.indices {
      guard let tail = tail(of: line.words[index].text),
        isHead(line, upTo: index) || AuthorityLine(tables: tables).isMark(String(tail))
      else { continue }
      return cut(line, index, tail)
    }
    return [line]
  }

  /// What stands behind the colon or semicolon inside of a word.
  private func tail(of text: String) -> Substring? {
    guard let mark = text.dropLast().firstIndex(where: { $0 == ":" || $0 == ";" }) else { return nil }
    let tail = text[text.index(after: mark)...]
    return mark > text.startIndex && (tail.first!.isUppercase || tail.first! == "-") ? tail : nil
  }

  /// The line up to the mark says `Nơi nhận`.
  private func isHead(_ line: Segment, upTo index: Int) -> Bool {
    guard index < 3, let mark = line.words[index].text.firstIndex(of: ":") else { return false }
    let texts = line.words[..<index].map(\.text) + [String(line.words[index].text[..<mark])]
    return phrases.matches(.recipients, FoldedText(texts)) != nil
  }

  private func cut(_ line: Segment, _ index: Int, _ tail: Substring) -> [Segment] {
    let word = line.words[index]
    let head = word.reading(String(word.text.dropLast(tail.count)))
    var first = Segment(words: line.words[..<index] + [head], page: line.page, row: line.row)
    var second = Segment(
      words: [word.reading(String(tail))] + line.words[(index + 1)...], page: line.page, row: line.row)
    first.startsBlock = line.startsBlock
    first.indent = line.indent
    first.blockKind = line.blockKind
    second.blockKind = line.blockKind
    return [first, second]
  }
}

extension Word {
  /// The same word with a part of its text.
  fileprivate func reading(_ text: String) -> Word {
    Word(id: id, box: box, observed: Reading(text: text, confidence: confidence, stage: current.stage))
  }
}
