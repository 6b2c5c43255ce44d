import Foundation
import Testing

@testable import SoHoaVietnamese

/// Files of the dictionaries with bytes altered, cut or forged, by seeds: refused by a typed error that names
/// the file, or read as what they say; never a crash.
@Suite("Damaged files")
struct DamagedFileTests {
  /// The error that opening gives.
  private func failure(_ small: SmallModel) -> (any Error)? {
    do {
      _ = try small.opened()
      return nil
    } catch { return error }
  }

  private func isTyped(_ error: (any Error)?, naming url: URL) -> Bool {
    (error is NGramModelError || error is DictionaryError) && "\(error!)".contains(url.path)
  }

  @Test("a model cut at the border of a section is refused")
  func truncated() throws {
    let small = try SmallModel()
    let whole = try Data(contentsOf: small.model)
    let counts = try counts(small)
    for section in NGramModelFile.Section.allCases {
      for place in [-1, 0, 1].map({ counts.offset(section) + $0 }) {
        try whole.prefix(place).write(to: small.model)
        #expect(isTyped(failure(small), naming: small.model), "cut at \(place) (\(section))")
      }
    }
    for more in [1, 8] {
      try (whole + Data(repeating: 0, count: more)).write(to: small.model)
      #expect(isTyped(failure(small), naming: small.model), "\(more) bytes more")
    }
  }

  @Test("a model with any byte altered is refused", arguments: [UInt64(1), 2, 3])
  func altered(_ seed: UInt64) throws {
    let small = try SmallModel()
    let whole = try Data(contentsOf: small.model)
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let (place, byte) = (
        Int.random(in: 0..<whole.count, using: &random), UInt8.random(in: 1...255, using: &random)
      )
      var altered = whole
      altered[place] ^= byte
      try altered.write(to: small.model)
      #expect(isTyped(failure(small), naming: small.model), "byte \(place) ^ \(byte)")
    }
  }

  @Test(
    "a forged model with a right checksum is refused or read within its bounds", arguments: [UInt64(1), 2, 3])
  func forged(_ seed: UInt64) throws {
    let small = try SmallModel()
    let whole = try Data(contentsOf: small.model)
    var random = SplitMix(seed: seed)
    var refused = 0
    for _ in 0..<300 {
      var forged = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        forged[Int.random(in: 32..<whole.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try sealed(forged).write(to: small.model)
      if let error = failure(small) {
        refused += 1
        #expect(isTyped(error, naming: small.model))
      } else {
        #expect(try isFinite(small.opened().model))
      }
    }
    #expect(refused > 20)
  }

  @Test(
    "forged places of pairs and triples are refused",
    arguments: [
      NGramModelFile.Section.bigramStarts, .trigramBases, .trigramOffsets, .unigrams, .trigramCodebook,
    ])
  func forgedPlaces(_ section: NGramModelFile.Section) throws {
    let small = try SmallModel()
    var forged = try Data(contentsOf: small.model)
    let start = try counts(small).offset(section)
    for place in start..<start + 4 { forged[place] = 0xFF }
    try sealed(forged).write(to: small.model)
    let error = failure(small)
    #expect(isTyped(error, naming: small.model))
    #expect("\(error!)".contains("places of") || "\(error!)".contains("impossible"))
  }

  @Test("an altered lexicon is refused, by itself or by the model beside it", arguments: [UInt64(1), 2])
  func lexicon(_ seed: UInt64) throws {
    let small = try SmallModel()
    let whole = try Data(contentsOf: small.lexicon)
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      try damaged(whole, &random).write(to: small.lexicon)
      let error = failure(small)
      #expect(isTyped(error, naming: small.lexicon) || isTyped(error, naming: small.model))
    }
  }

  @Test("an altered channel is refused or read as what it says", arguments: [UInt64(1), 2])
  func channel(_ seed: UInt64) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    let whole = Data("printed\tobserved\tcount\nộ\t6\t20\nđ\td\t500\nươ\tuo\t31\nẫ\t\t2\n".utf8)
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      try damaged(whole, &random).write(to: url)
      do {
        let channel = Channel(name: "test", counts: try ChannelFile.counts(contentsOf: url))
        #expect(channel.counts.changes.values.allSatisfy { $0 >= 0 && $0 < 1e10 })
      } catch { #expect(isTyped(error, naming: url)) }
    }
  }

  @Test(
    "tables that are no tables are refused, with the line",
    arguments: [
      ("", 1), ("word\tcount\ttitle\tcapitals\tsyllable\nvà\t5\t0\n", 2),
      ("word\tcount\ttitle\tcapitals\tsyllable\nvà\t5\t0\t0\t1\nvà\t5\t0\t0\t1\n", 3),
      ("word\tcount\ttitle\tcapitals\tsyllable\nvà\t5x\t0\t0\t1\n", 2),
      ("word\tcount\ttitle\tcapitals\tsyllable\n\t5\t0\t0\t1\n", 2),
    ])
  func badLexicon(_ row: (String, Int)) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(row.0.utf8).write(to: url)
    let error = #expect(throws: DictionaryError.self) { try Lexicon(contentsOf: url) }
    #expect(error.map { "\($0)".contains("\(url.path), line \(row.1):") } == true)
  }

  // MARK: Tools

  private func counts(_ small: SmallModel) throws -> NGramModelFile.Counts {
    let model = try small.opened().model
    return .init(words: model.words, bigrams: model.bigramCount, trigrams: model.trigramCount)
  }

  /// The bytes with the checksum that belongs to them.
  private func sealed(_ bytes: Data) -> Data {
    var sealed = bytes
    withUnsafeBytes(of: Checksum.of(bytes.dropFirst(24)).littleEndian) {
      sealed.replaceSubrange(16..<24, with: $0)
    }
    return sealed
  }

  /// Bytes altered, cut off or doubled.
  private func damaged(_ whole: Data, _ random: inout SplitMix) -> Data {
    var bytes = whole
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes = bytes.prefix(Int.random(in: 0..<whole.count, using: &random))
    case 1:
      bytes.insert(
        UInt8.random(in: 0...255, using: &random), at: .random(in: 0..<whole.count, using: &random))
    default:
      bytes[Int.random(in: 0..<whole.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    }
    return bytes
  }

  /// Looks up every triple that there can be.
  private func isFinite(_ model: NGramModel) -> Bool {
    let words = 0..<UInt16(model.words)
    return words.allSatisfy { u in
      words.allSatisfy { v in
        let context = model.context(model.pair(u, v).index)
        return words.allSatisfy { model.triple(context, $0, model.pair(v, $0).logProbability).isFinite }
      }
    }
  }
}
