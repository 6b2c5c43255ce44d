import SoHoaModel
import Testing

@testable import SoHoaRecognition

@Suite struct SecondReadingTests {
  private func line(_ words: [(String, Double)], model: String = "vie", startsBlock: Bool = false)
    -> RecognisedLine
  {
    var left = 0
    let placed = words.map { text, confidence in
      defer { left += 20 * text.count + 20 }
      return RecognisedWord(
        text: text, confidence: confidence,
        box: BoundingBox(left: left, top: 0, right: left + 20 * text.count, bottom: 30), model: model)
    }
    return RecognisedLine(startsBlock: startsBlock, words: placed)
  }

  @Test("only lines with doubtful words are read again, neighbours together, rubble not at all")
  func places() {
    let sure = line([("Kính", 0.99), ("gửi", 0.99)])
    let doubtful = line([("Kính", 0.99), ("gứi", 0.4)])
    let rubble = line([("~%", 0.2), ("'I", 0.1), ("ta", 0.9)])
    #expect(SecondReading.places([sure, doubtful, doubtful, sure, rubble, doubtful]) == [[1, 2], [5]])
  }

  @Test("the likelier word is taken, the other kept beside it")
  func likelier() {
    let first = line([("kể", 0.4), ("hoạch", 0.99)])
    let second = SecondReading([line([("kế", 0.95), ("hoạch", 0.9)], model: "Vietnamese")])
    let words = second.merged(into: first).words
    #expect(words.map(\.text) == ["kế", "hoạch"])
    #expect(words[0].model == "Vietnamese" && words[0].others.map(\.text) == ["kể"])
    #expect(words[0].confidence > 0.95)
    #expect(words[1].model == "vie" && words[1].others.isEmpty && words[1].confidence > 0.99)
  }

  @Test("digits stay as the first reading has them, and a second one that differs leaves doubt")
  func digits() {
    let first = line([("215/QĐ-UBND", 0.8)])
    let second = SecondReading([line([("245/QĐ-UBND", 0.95)], model: "Vietnamese")])
    let word = second.merged(into: first).words[0]
    #expect(word.text == "215/QĐ-UBND" && word.confidence < 0.2)
    #expect(word.others.map(\.text) == ["245/QĐ-UBND"])
  }

  @Test("letters of a code may be the other reading's where its digits are the same")
  func codeLetters() {
    let first = line([("107/2021/VĐ-CP", 0.4)])
    let second = SecondReading([line([("107/2021/NĐ-CP", 0.6)], model: "Vietnamese")])
    let word = second.merged(into: first).words[0]
    #expect(word.text == "107/2021/NĐ-CP" && word.others.map(\.text) == ["107/2021/VĐ-CP"])
  }

  @Test("a number never comes apart")
  func uncutNumber() {
    let first = line([("107/2021", 0.3)])
    var second = line([("1", 0.9), ("07/2021", 0.95)], model: "Vietnamese")
    second.words[1].box.left = 20
    second.words[1].box.right = 158
    #expect(SecondReading([second]).merged(into: first).words.map(\.text) == ["107/2021"])
  }

  @Test("words that ran into one another come apart")
  func cut() {
    let first = line([("củaTỉnh", 0.3)])
    var second = line([("của", 0.9), ("Tỉnh", 0.95)], model: "Vietnamese")
    second.words[1].box.left = 62
    second.words[1].box.right = 140
    #expect(SecondReading([second]).merged(into: first).words.map(\.text) == ["của", "Tỉnh"])
  }

  @Test("what the second reading has nothing for stays")
  func missing() {
    let first = line([("kể", 0.4)])
    #expect(SecondReading([]).merged(into: first).words.map(\.text) == ["kể"])
  }

  @Test(
    "a letter that was given twice is one",
    arguments: [
      ("03/CĐ\u{D0}-UBND", "03/CĐ-UBND"), ("30/2020/N\u{D1}Đ-CP", "30/2020/NĐ-CP"), ("ĐĐ", "ĐĐ"),
      ("MUÑOZ", "MUÑOZ"), ("Đ-\u{D0}", "Đ-\u{D0}"),
    ])
  func twins(_ read: String, _ text: String) { #expect(TwinLetters.folded(read) == text) }

  @Test(
    "underscores before a word are none of it",
    arguments: [("_KT.", "KT."), ("__12.", "12."), ("____", "____"), ("__/UBND", "__/UBND"), ("a_b", "a_b")])
  func strayMarks(_ read: String, _ text: String) { #expect(StrayMarks.trimmed(read) == text) }
}
