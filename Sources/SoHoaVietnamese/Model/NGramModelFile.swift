import Foundation

/// The layout of `ngrams.bin`, little endian, every section at a multiple of eight bytes:
/// magic, version, checksum of all that follows it, checksum of the lexicon, three counts, then
/// the sections in the order of `Section`.
enum NGramModelFile {
  static let magic: UInt64 = 0x314C_444D_474E_4853  // "SHNGMDL1"
  static let version: UInt64 = 2
  static let headerSize = 64
  /// Triple starts are kept as a base per block and 16-bit offsets.
  static let block = 32

  enum Section: Int, CaseIterable {
    case unigrams, unigramBackoffs, bigramStarts, bigramCodebook, backoffCodebook, trigramCodebook
    case trigramBases, trigramOffsets, bigramWords, bigramCodes, backoffCodes, trigramWords, trigramCodes
  }

  struct Counts: Hashable {
    var words: Int
    var bigrams: Int
    var trigrams: Int

    func size(_ section: Section) -> Int {
      let raw =
        switch section {
        case .unigrams, .unigramBackoffs: words * 4
        case .bigramStarts: (words + 1) * 4
        case .bigramCodebook, .backoffCodebook, .trigramCodebook: 256 * 4
        case .trigramBases: (bigrams / block + 1) * 4
        case .trigramOffsets: (bigrams + 1) * 2
        case .bigramWords: bigrams * 2
        case .bigramCodes, .backoffCodes: bigrams
        case .trigramWords: trigrams * 2
        case .trigramCodes: trigrams
        }
      return (raw + 7) / 8 * 8
    }

    func offset(_ section: Section) -> Int {
      Section.allCases.prefix(section.rawValue).reduce(headerSize) { $0 + size($1) }
    }

    var total: Int { offset(.trigramCodes) + size(.trigramCodes) }
  }

  static func bytes(_ model: PrunedModel, lexicon: UInt64) -> Data {
    let counts = Counts(words: model.words, bigrams: model.bigramKeys.count, trigrams: model.trigrams.count)
    var body = Data()
    for number in [lexicon, UInt64(counts.words), UInt64(counts.bigrams), UInt64(counts.trigrams), 0] {
      append([number], to: &body)
    }
    appendSections(model, to: &body)
    var file = Data()
    append([magic, version, Checksum.of(body)], to: &file)
    return file + body
  }

  private static func appendSections(_ model: PrunedModel, to body: inout Data) {
    let pairs = Codebook(model.bigrams)
    let backoffs = Codebook(model.bigramBackoffs)
    let triples = Codebook(model.trigrams)
    append(model.unigrams, to: &body)
    append(model.unigramBackoffs, to: &body)
    append(model.bigramStarts.map { UInt32($0) }, to: &body)
    for book in [pairs, backoffs, triples] { append(book.values, to: &body) }
    let bases = stride(from: 0, through: model.bigramKeys.count, by: block).map {
      UInt32(model.trigramStarts[$0])
    }
    append(bases, to: &body)
    append(
      model.trigramStarts.enumerated().map { UInt16($0.element - Int(bases[$0.offset / block])) }, to: &body)
    append(model.bigramKeys.map { UInt16($0 & 0xFFFF) }, to: &body)
    append(model.bigrams.map(pairs.code), to: &body)
    append(model.bigramBackoffs.map(backoffs.code), to: &body)
    append(model.trigramWords, to: &body)
    append(model.trigrams.map(triples.code), to: &body)
  }

  private static func append<T>(_ values: [T], to data: inout Data) {
    values.withUnsafeBytes { data.append(contentsOf: $0) }
    while data.count % 8 != 0 { data.append(0) }
  }
}
