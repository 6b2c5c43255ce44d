import SoHoaModel
import Testing

@testable import SoHoaRecognition

@Suite struct WordFilterTests {
  @Test(
    "keeps what could be text, drops rules and specks",
    arguments: [
      ("Điều", 0.2, 40, 30, true), ("7", 0.1, 15, 30, true), ("-", 0.9, 15, 4, true),
      ("|", 0.2, 3, 30, false),
      ("____", 0.3, 400, 3, false), (" ", 0.9, 20, 30, false), ("~", 0.1, 20, 8, false),
      ("./.", 0.9, 30, 30, true),
      ("I", 0.3, 4, 400, false), ("a", 0.4, 900, 2, false),
    ])
  func filters(_ text: String, _ confidence: Double, _ width: Int, _ height: Int, _ stays: Bool) {
    let line = (0..<5).map { index in
      RecognisedWord(
        text: "chữ", confidence: 0.9,
        box: BoundingBox(left: index * 90, top: 0, right: index * 90 + 80, bottom: 30), model: "vie")
    }
    let word = RecognisedWord(
      text: text, confidence: confidence,
      box: BoundingBox(left: 500, top: 0, right: 500 + width, bottom: height), model: "vie")
    let kept = WordFilter().run([RecognisedLine(startsBlock: true, words: line + [word])])
    #expect(kept[0].words.map(\.text).contains(text) == stays)
  }
}
