import Foundation
import SoHoaModel
import Testing

@Suite struct WordTests {
  private let word = Word(
    id: ID(page: 2, index: 7), box: BoundingBox(left: 1, top: 2, right: 3, bottom: 4),
    observed: Reading(text: "Nghi", confidence: 0.61249, stage: "recognise/eng"))

  @Test func keepsWhatWasObserved() {
    var word = word
    word.revise(Reading(text: "Nghị", confidence: 0.9, stage: "restore/channel"))
    #expect(word.text == "Nghị")
    #expect(word.observed.text == "Nghi")
    #expect(word.observed.confidence == 0.612)
    #expect(word.revisions.map(\.stage) == ["restore/channel"])
  }

  @Test func survivesJSON() throws {
    var word = word
    word.revise(Reading(text: "Nghị", confidence: 0.9, stage: "restore/channel"))
    let line = Line(id: ID(page: 2, index: 1), box: nil, words: [word])
    #expect(try JSONDecoder().decode(Line.self, from: JSONEncoder().encode(line)) == line)
  }

  @Test func writesIDsAsPageAndIndex() throws {
    #expect(try String(decoding: JSONEncoder().encode([word.id]), as: UTF8.self) == #"["2:7"]"#)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ID<Word>].self, from: Data(#"["7"]"#.utf8))
    }
  }

  @Test func leavesJoinedWordsOutOfTheLine() {
    var second = Word(
      id: ID(page: 2, index: 8), box: nil, observed: Reading(text: "quyet", confidence: 1, stage: "text"))
    second.revise(Reading(text: "", confidence: 1, stage: "restore/join"))
    let line = Line(id: ID(page: 2, index: 1), box: nil, words: [word, second])
    #expect(line.text == "Nghi")
    #expect(line.observedText == "Nghi quyet")
  }
}
