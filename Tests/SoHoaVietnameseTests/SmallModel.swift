import Foundation

@testable import SoHoaVietnamese

/// A lexicon and a model of five sentences, in a folder of their own that goes with it.
final class SmallModel {
  static let corpus = """
    Ủy ban nhân dân xã ban hành kế hoạch.
    Ủy ban nhân dân huyện ban hành quyết định số 5.
    Hội đồng nhân dân xã thông qua nghị quyết.

    Kế hoạch của Ủy ban nhân dân xã có hiệu lực.
    Quyết định của Hội đồng nhân dân huyện có hiệu lực.
    """

  let folder: URL
  var text: URL { folder.appendingPathComponent("corpus.txt") }
  var lexicon: URL { folder.appendingPathComponent("lexicon.tsv") }
  var model: URL { folder.appendingPathComponent("ngrams.bin") }

  init(trigrams: Int = 1_000) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.corpus.utf8).write(to: text)
    let corpus = try Corpus(contentsOf: text)
    var words = LexiconBuilder()
    words.add(corpus, .all)
    let rows = words.entries(minimumSyllable: 1, minimumOther: 1).map(\.row)
    try Data(([LexiconEntry.header] + rows + [""]).joined(separator: "\n").utf8).write(to: lexicon)
    var builder = NGramModelBuilder(lexicon: try Lexicon(contentsOf: lexicon))
    builder.add(corpus, .all)
    try builder.build(bigrams: 1_000, trigrams: trigrams).write(to: model)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func opened() throws -> (lexicon: Lexicon, model: NGramModel) {
    let words = try Lexicon(contentsOf: lexicon)
    return (words, try NGramModel(contentsOf: model, lexicon: words))
  }
}
