import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaVietnamese

/// Encodings of before Unicode for the reading of files. Its dictionaries are loaded when the first text
/// asks for them.
final class EncodingReader: LegacyTextReader {
  private let dictionaries: DictionaryFolder
  private let lock = NSLock()
  nonisolated(unsafe) private var loaded: Result<EncodingDetector, any Error>?

  /// Of the words with marks, after decoding.
  private static let leastKnown = 0.8

  init(dictionaries: DictionaryFolder) { self.dictionaries = dictionaries }

  func read(_ runs: [LegacyRun]) -> LegacyReading {
    guard let detector else {
      return LegacyReading(words: runs.map(\.words), encodings: [], isConvincing: false)
    }
    var memory = EncodingDetector.Memory()
    let decoded = detector.decode(runs.map { FontRun(words: $0.words, font: $0.font) }, &memory)
    let encodings = LegacyEncoding.allCases.filter { encoding in decoded.contains { $0.encoding == encoding }
    }
    return LegacyReading(
      words: decoded.map(\.words), encodings: encodings.map(\.name),
      isConvincing: detector.knownShare(of: decoded.lazy.flatMap(\.words)) >= Self.leastKnown)
  }

  func misreading(of bytes: UnsafeBufferPointer<UInt8>) -> String? { detector?.misreading(of: bytes) }

  /// Nil where the dictionaries cannot be read, which the stages that need them report.
  private var detector: EncodingDetector? {
    lock.withLock {
      let result = loaded ?? Result { try Self.load(dictionaries) }
      loaded = result
      return try? result.get()
    }
  }

  private static func load(_ dictionaries: DictionaryFolder) throws -> EncodingDetector {
    let lexicon = try Lexicon(contentsOf: dictionaries.file("lexicon.tsv"))
    return try EncodingDetector(lexicon: lexicon, dictionaries: dictionaries)
  }
}
