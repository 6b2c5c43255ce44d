import Foundation
import SoHoaModel

/// Judges a folder of results against a folder of typed truths (`sohoa evaluate`).
public struct Evaluation: Hashable, Codable, Sendable {
  /// Error rates of one text, before (`observed`) and after (`restored`) restoration.
  public struct TextScore: Hashable, Codable, Sendable {
    public var observedSyllables, syllables, syllablesMarkBlind: ErrorRate
    public var observedCharacters, characters, charactersMarkBlind: ErrorRate

    public static func + (left: Self, right: Self) -> Self {
      Self(
        observedSyllables: left.observedSyllables + right.observedSyllables,
        syllables: left.syllables + right.syllables,
        syllablesMarkBlind: left.syllablesMarkBlind + right.syllablesMarkBlind,
        observedCharacters: left.observedCharacters + right.observedCharacters,
        characters: left.characters + right.characters,
        charactersMarkBlind: left.charactersMarkBlind + right.charactersMarkBlind)
    }
  }

  public struct FileScore: Hashable, Codable, Sendable {
    /// The result's file name without `.json`.
    public var name: String
    public var text: TextScore?
    public var fields: [String: FieldComparison]

    public var fieldTotal: FieldScore { fields.values.reduce(FieldScore()) { $0 + $1.score } }
  }

  public var files: [FileScore]
  public var text: TextScore?
  public var fields: [String: FieldScore]
  /// Results for which there is no truth, and truths without a result.
  public var unmatchedResults, unmatchedTruths: [String]

  public var fieldTotal: FieldScore { fields.values.reduce(FieldScore(), +) }
}

extension Evaluation {
  /// - Throws: `EvaluationError` if a folder cannot be read or a file in it is not what its name says.
  public init(truth: URL, results: URL) throws(EvaluationError) {
    let truths = try TruthFolder(truth)
    let resultFiles = try FolderListing.files(in: results, suffix: ".json")
    var files: [FileScore] = []
    var unmatched: [String] = []
    var used: Set<String> = []
    for url in resultFiles {
      let name = String(url.lastPathComponent.dropLast(".json".count))
      guard let truthName = truths.name(for: name) else {
        unmatched.append(name)
        continue
      }
      used.insert(truthName)
      files.append(try Self.score(result: url, name: name, against: truths, truthName: truthName))
    }
    self.init(
      files: files, text: files.compactMap(\.text).reduceIfAny(+), fields: Self.sum(files),
      unmatchedResults: unmatched, unmatchedTruths: truths.names.subtracting(used).sorted())
  }

  private static func score(
    result url: URL, name: String, against truths: TruthFolder, truthName: String
  ) throws(EvaluationError) -> FileScore {
    let result: ConvertedFile
    do { result = try JSONDecoder().decode(ConvertedFile.self, from: Data(contentsOf: url)) } catch {
      throw .malformed(url.path, "\(error)")
    }
    let text = try truths.texts(of: truthName).map { score(result, $0) }.reduceIfAny(+)
    let fields = try truths.facts(of: truthName)?.compare(with: FactSheet(result: result)) ?? [:]
    return FileScore(name: name, text: text, fields: fields)
  }

  private static func score(_ result: ConvertedFile, _ truth: TruthFolder.Text) -> TextScore {
    let pages = result.pages.filter { truth.page == nil || $0.number == truth.page }
    let lines = pages.flatMap(\.blocks).filter { !$0.isFurniture }.flatMap(\.lines)
    let observed = lines.map(\.observedText).joined(separator: "\n")
    let restored = lines.map(\.text).joined(separator: "\n")
    return TextScore(
      observedSyllables: truth.text.syllableErrors(in: observed, comparison: .exact),
      syllables: truth.text.syllableErrors(in: restored, comparison: .exact),
      syllablesMarkBlind: truth.text.syllableErrors(in: restored, comparison: .markBlind),
      observedCharacters: truth.text.characterErrors(in: observed, comparison: .exact),
      characters: truth.text.characterErrors(in: restored, comparison: .exact),
      charactersMarkBlind: truth.text.characterErrors(in: restored, comparison: .markBlind))
  }

  private static func sum(_ files: [FileScore]) -> [String: FieldScore] {
    files.reduce(into: [:]) { sums, file in
      for (field, comparison) in file.fields {
        sums[field, default: FieldScore()] = sums[field, default: FieldScore()] + comparison.score
      }
    }
  }
}

extension Array {
  fileprivate func reduceIfAny(_ combine: (Element, Element) -> Element) -> Element? {
    first.map { dropFirst().reduce($0, combine) }
  }
}
