import SoHoaModel

/// A word as it stands on the paper, as it reads now; words that restoration joined to it are part of it.
struct PrintedWord {
  /// Where it began; its readings are those of the whole.
  let word: Word
  var box: BoundingBox?
  var observed: String
  var ids: [ID<Word>]

  init(_ word: Word) {
    self.word = word
    box = word.box
    observed = word.observed.text
    ids = [word.id]
  }

  var text: String { word.text }
  var confidence: Double { word.confidence }
  /// What was read, where it reads otherwise now.
  var otherObserved: String? { observed == text ? nil : observed }

  mutating func join(_ next: Word) {
    box = [box, next.box].compactMap { $0 }.union()
    observed += " " + next.observed.text
    ids.append(next.id)
  }
}

extension Line {
  /// From left to right, none of them empty.
  var printedWords: [PrintedWord] {
    words.reduce(into: []) { printed, word in
      if !word.text.isEmpty {
        printed.append(PrintedWord(word))
      } else if !printed.isEmpty {
        printed[printed.count - 1].join(word)
      }
    }
  }
}
