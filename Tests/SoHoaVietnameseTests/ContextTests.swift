import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Context model")
struct ContextTests {
  /// Two words alike but for their marks; one stands in texts about the sea, the other in texts about books.
  private static let lexiconRows = """
    word\tcount\ttitle\tcapitals\tsyllable
    cang\t50\t0\t0\t1
    cảng\t50\t0\t0\t1
    biển\t40\t0\t0\t1
    tàu\t40\t0\t0\t1
    sách\t40\t0\t0\t1
    đọc\t40\t0\t0\t1
    là\t400\t0\t0\t1

    """

  private struct Files {
    let folder: URL
    let lexicon: Lexicon

    init(_ name: String) throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-context-\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("lexicon.tsv")
      try Data(ContextTests.lexiconRows.utf8).write(to: file)
      lexicon = try Lexicon(contentsOf: file)
    }

    func id(_ word: String) -> UInt16 { lexicon.id(word.scalars) }

    /// A line in which the decoder cannot tell the two words apart.
    func line(_ words: [String], open: String, rival: String) -> DecodedText {
      let tokens = words.map { word in
        var part = DecodedToken.Part(text: word.scalars, words: [id(word)], posterior: 0.999)
        if word == "?" {
          part = DecodedToken.Part(text: open.scalars, words: [id(open)], posterior: 0.5)
          part.rivals = [.init(text: rival.scalars, word: id(rival), posterior: 0.49)]
        }
        var token = DecodedToken(observed: word.scalars)
        token.parts = [part]
        return token
      }
      return DecodedText(lines: [tokens], paragraphs: [0..<1])
    }

    func learned() throws -> ContextModel {
      var examples = ContextExamples()
      for round in 0..<300 {
        let topic = round % 2 == 0 ? ["biển", "tàu"] : ["sách", "đọc"]
        let truth = id(round % 2 == 0 ? "cảng" : "cang")
        let far = [topic[round / 2 % 2], "là", "là", "là", "?", "là", topic[round / 4 % 2]]
        let decoded = line(far, open: "cang", rival: "cảng")
        examples.add(ContextText(decoded), in: decoded) { _ in truth }
      }
      let trainer = ContextTrainer(examples, lexicon: lexicon, rounds: 4)
      trainer.train()
      let file = folder.appendingPathComponent("context.bin")
      try trainer.bytes(lexicon: lexicon).write(to: file)
      return try ContextModel(contentsOf: file, lexicon: lexicon)
    }
  }

  @Test("decides by words that no n-gram reaches, and says how sure it is")
  func decides() throws {
    let files = try Files("decides")
    let ranker = ContextRanker(model: try files.learned())
    for (topic, right) in [("biển", "cảng"), ("tàu", "cảng"), ("sách", "cang"), ("đọc", "cang")] {
      var text = files.line([topic, "là", "là", "là", "?", "là", topic], open: "cang", rival: "cảng")
      ranker.rank(&text)
      let token = text.lines[0][4]
      #expect(String(scalars: token.text) == right, "\(topic)")
      #expect(token.confidence > 0.8 && token.confidence <= 1)
      let rest = token.parts[0].rivals.map(\.posterior).reduce(0, +)
      #expect(abs(token.confidence + rest - 0.99) < 0.001)
      #expect(token.parts[0].words == [files.id(right)])
    }
  }

  @Test("leaves alone what the decoder was sure of")
  func sure() throws {
    let files = try Files("sure")
    let ranker = ContextRanker(model: try files.learned())
    var text = files.line(["biển", "là", "?"], open: "cang", rival: "cảng")
    text.lines[0][2].parts[0].posterior = 0.995
    ranker.rank(&text)
    #expect(String(scalars: text.lines[0][2].text) == "cang")
    #expect(text.lines[0][2].confidence == 0.995)
  }

  @Test("is the same, byte for byte, for the same examples")
  func deterministic() throws {
    let (one, other) = (try Files("one"), try Files("other"))
    _ = (try one.learned(), try other.learned())
    #expect(
      try Data(contentsOf: one.folder.appendingPathComponent("context.bin"))
        == Data(contentsOf: other.folder.appendingPathComponent("context.bin")))
  }

  @Test("is refused when it was cut or altered", arguments: [0, 8, 16, 24, 40, 127, 128, 5_000])
  func damaged(_ place: Int) throws {
    let files = try Files("damaged-\(place)")
    _ = try files.learned()
    let file = files.folder.appendingPathComponent("context.bin")
    let whole = try Data(contentsOf: file)
    let broken = files.folder.appendingPathComponent("broken.bin")
    try whole.prefix(max(place, 1)).write(to: broken)
    #expect(throws: NGramModelError.self) { try ContextModel(contentsOf: broken, lexicon: files.lexicon) }
    var altered = whole
    altered[place] ^= 0x10
    try altered.write(to: broken)
    #expect(throws: NGramModelError.self) { try ContextModel(contentsOf: broken, lexicon: files.lexicon) }
  }

  @Test("counts only the words that the decoder was sure of")
  func memory() throws {
    let files = try Files("memory")
    let text = ContextText(files.line(["biển", "tàu", "?", "tàu"], open: "cang", rival: "cảng"))
    let memory = WordMemory(text)
    #expect(memory.word(files.id("tàu")) == log1p(Float(2)))
    #expect(memory.word(files.id("cang")) == 0)
    #expect(memory.beside(files.id("tàu"), before: files.id("biển"), after: 0) == log1p(Float(1)))
  }
}
