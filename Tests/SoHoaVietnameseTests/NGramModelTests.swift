import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("N-gram model")
struct NGramModelTests {
  @Test("gives each context probabilities that sum to one", arguments: [1_000, 10])
  func sums(_ trigrams: Int) throws {
    let (lexicon, model) = try SmallModel(trigrams: trigrams).opened()
    for context in [["nhân", "dân"], ["ủy", "ban"], ["kế", "hội"]] {
      let ids = context.map { lexicon.id($0.scalars) }
      let pair = model.pair(ids[0], ids[1])
      let sum = (0..<UInt16(model.words)).reduce(0.0) { sum, word in
        sum
          + exp(
            Double(model.triple(model.context(pair.index), word, model.pair(ids[1], word).logProbability)))
      }
      #expect(abs(sum - 1) < 0.02, "\(context): \(sum)")
    }
  }

  @Test("prefers what it has seen")
  func prefers() throws {
    let (lexicon, model) = try SmallModel().opened()
    let (people, commune, force) = (
      lexicon.id("dân".scalars), lexicon.id("xã".scalars), lexicon.id("lực".scalars)
    )
    #expect(model.pair(people, commune).logProbability > model.pair(people, force).logProbability)
  }

  @Test("is the same, byte for byte, for the same text")
  func deterministic() throws {
    let (one, other) = (try SmallModel(), try SmallModel())
    #expect(try Data(contentsOf: one.model) == Data(contentsOf: other.model))
    #expect(try Data(contentsOf: one.lexicon) == Data(contentsOf: other.lexicon))
  }

  @Test("is refused when it was cut or altered", arguments: [0, 8, 24, 40, 63, 64, 200, 1_000])
  func damaged(_ place: Int) throws {
    let files = try SmallModel()
    let lexicon = try Lexicon(contentsOf: files.lexicon)
    let whole = try Data(contentsOf: files.model)
    let broken = files.model.appendingPathExtension("broken")
    try whole.prefix(max(place, 1)).write(to: broken)
    #expect(throws: NGramModelError.self) { try NGramModel(contentsOf: broken, lexicon: lexicon) }
    var altered = whole
    altered[min(place, whole.count - 1)] ^= 0x10
    try altered.write(to: broken)
    #expect(throws: NGramModelError.self) { try NGramModel(contentsOf: broken, lexicon: lexicon) }
  }

  @Test("is refused beside another lexicon")
  func mismatch() throws {
    let files = try SmallModel()
    let other = files.lexicon.appendingPathExtension("other")
    let text = try String(contentsOf: files.lexicon, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "nhân\t5", with: "nhân\t6").utf8).write(to: other)
    let lexicon = try Lexicon(contentsOf: other)
    #expect(throws: NGramModelError.lexiconMismatch(path: files.model.path)) {
      try NGramModel(contentsOf: files.model, lexicon: lexicon)
    }
  }

  @Test("leaves whole documents out")
  func parts() throws {
    let small = try SmallModel()
    let corpus = try Corpus(contentsOf: small.text)
    func lines(_ part: CorpusPart) -> [String] {
      var lines: [String] = []
      corpus.forEachLine(part) { lines.append($0) }
      return lines
    }
    #expect(lines(.all).count == 5)
    for n in 2...5 {
      #expect(lines(.training(oneIn: n)).count + lines(.heldOut(oneIn: n)).count == 5)
      #expect([0, 2, 3, 5].contains(lines(.heldOut(oneIn: n)).count))
    }
  }
}
