import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("N-gram model")
struct NGramModelTests {
  private static let corpus = """
    Ủy ban nhân dân xã ban hành kế hoạch.
    Ủy ban nhân dân huyện ban hành quyết định số 5.
    Hội đồng nhân dân xã thông qua nghị quyết.

    Kế hoạch của Ủy ban nhân dân xã có hiệu lực.
    Quyết định của Hội đồng nhân dân huyện có hiệu lực.
    """

  private func built(_ name: String, trigrams: Int = 1_000) throws -> (lexicon: URL, model: URL) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-model-\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = folder.appendingPathComponent("corpus.txt")
    try Data(Self.corpus.utf8).write(to: text)
    let corpus = try Corpus(contentsOf: text)
    var words = LexiconBuilder()
    words.add(corpus, .all)
    let rows = words.entries(minimumSyllable: 1, minimumOther: 1).map(\.row)
    let lexicon = folder.appendingPathComponent("lexicon.tsv")
    try Data(([LexiconEntry.header] + rows + [""]).joined(separator: "\n").utf8).write(to: lexicon)
    var builder = NGramModelBuilder(lexicon: try Lexicon(contentsOf: lexicon))
    builder.add(corpus, .all)
    let model = folder.appendingPathComponent("ngrams.bin")
    try builder.build(bigrams: 1_000, trigrams: trigrams).write(to: model)
    return (lexicon, model)
  }

  @Test("gives each context probabilities that sum to one", arguments: [1_000, 10])
  func sums(_ trigrams: Int) throws {
    let files = try built("sums-\(trigrams)", trigrams: trigrams)
    let lexicon = try Lexicon(contentsOf: files.lexicon)
    let model = try NGramModel(contentsOf: files.model, lexicon: lexicon)
    for context in [["nhân", "dân"], ["ủy", "ban"], ["kế", "hội"]] {
      let ids = context.map { lexicon.id($0.scalars) }
      let pair = model.pair(ids[0], ids[1])
      let sum = (0..<UInt16(model.words)).reduce(0.0) { sum, word in
        sum + exp(Double(model.triple(model.context(pair.index), word, model.pair(ids[1], word).logProbability)))
      }
      #expect(abs(sum - 1) < 0.02, "\(context): \(sum)")
    }
  }

  @Test("prefers what it has seen")
  func prefers() throws {
    let files = try built("prefers")
    let lexicon = try Lexicon(contentsOf: files.lexicon)
    let model = try NGramModel(contentsOf: files.model, lexicon: lexicon)
    let (people, commune, force) = (
      lexicon.id("dân".scalars), lexicon.id("xã".scalars), lexicon.id("lực".scalars)
    )
    #expect(model.pair(people, commune).logProbability > model.pair(people, force).logProbability)
  }

  @Test("is the same, byte for byte, for the same text")
  func deterministic() throws {
    let (one, other) = (try built("one"), try built("other"))
    #expect(try Data(contentsOf: one.model) == Data(contentsOf: other.model))
    #expect(try Data(contentsOf: one.lexicon) == Data(contentsOf: other.lexicon))
  }

  @Test("is refused when it was cut or altered", arguments: [0, 8, 24, 40, 63, 64, 200, 1_000])
  func damaged(_ place: Int) throws {
    let files = try built("damaged-\(place)")
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
    let files = try built("mismatch")
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
    let corpus = try Corpus(
      contentsOf: built("parts").model.deletingLastPathComponent().appendingPathComponent("corpus.txt"))
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
