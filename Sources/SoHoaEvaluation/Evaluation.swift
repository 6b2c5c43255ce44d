import Foundation
import SoHoaModel

/// Judges a folder of results against a folder of typed truths (`sohoa evaluate`).
public struct Evaluation: Hashable, Codable, Sendable {
  /// Error rates of one text, before (`observed`) and after (`restored`) restoration.
  public struct TextScore: Hashable, Codable, Sendable {
    public var observedSyllables, syllables, syllablesMarkBlind: ErrorRate
    public var observedCharacters, characters, charactersMarkBlind: ErrorRate
    /// Tokens of the truth that are missing, reading order aside.
    public var observedLostSyllables, lostSyllables: ErrorRate

    public static func + (left: Self, right: Self) -> Self {
      Self(
        observedSyllables: left.observedSyllables + right.observedSyllables,
        syllables: left.syllables + right.syllables,
        syllablesMarkBlind: left.syllablesMarkBlind + right.syllablesMarkBlind,
        observedCharacters: left.observedCharacters + right.observedCharacters,
        characters: left.characters + right.characters,
        charactersMarkBlind: left.charactersMarkBlind + right.charactersMarkBlind,
        observedLostSyllables: left.observedLostSyllables + right.observedLostSyllables,
        lostSyllables: left.lostSyllables + right.lostSyllables)
    }
  }

  public struct FileScore: Hashable, Codable, Sendable {
    /// The result's file name without `.json`.
    public var name: String
    /// What stands between the truth's name and the ending: `scan` of `plan.scan.json`.
    public var variant: String
    /// Family that the truth gives.
    public var family: String?
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
    var files: [FileScore] = []
    var unmatched: [String] = []
    var used: Set<String> = []
    for file in try ResultFile.all(in: results) {
      guard let truthName = truths.name(for: file.name) else {
        unmatched.append(file.name)
        continue
      }
      used.insert(truthName)
      files.append(try Self.score(file, against: truths, truthName: truthName))
    }
    self.init(
      files: files, text: files.compactMap(\.text).reduceIfAny(+), fields: Self.sum(files),
      unmatchedResults: unmatched, unmatchedTruths: truths.names.subtracting(used).sorted())
  }

  private static func score(
    _ file: ResultFile, against truths: TruthFolder, truthName: String
  ) throws(EvaluationError) -> FileScore {
    let result = try file.read()
    let text = try truths.texts(of: truthName).map { score(result, $0) }.reduceIfAny(+)
    var fields: [String: FieldComparison] = [:]
    let truth = try truths.facts(of: truthName)
    if let facts = result.facts { fields = FactSheet.compare(truth.sheets, with: facts) }
    return FileScore(
      name: file.name, variant: String(file.name.dropFirst(truthName.count + 1)), family: truth.family,
      text: text, fields: fields)
  }

  private static func score(_ result: ResultText, _ truth: TruthFolder.Text) -> TextScore {
    let observed = result.text(of: truth.page, \.observed)
    let restored = result.text(of: truth.page, \.restored)
    return TextScore(
      observedSyllables: truth.text.syllableErrors(in: observed, comparison: .exact),
      syllables: truth.text.syllableErrors(in: restored, comparison: .exact),
      syllablesMarkBlind: truth.text.syllableErrors(in: restored, comparison: .markBlind),
      observedCharacters: truth.text.characterErrors(in: observed, comparison: .exact),
      characters: truth.text.characterErrors(in: restored, comparison: .exact),
      charactersMarkBlind: truth.text.characterErrors(in: restored, comparison: .markBlind),
      observedLostSyllables: truth.text.lostSyllables(in: observed, comparison: .exact),
      lostSyllables: truth.text.lostSyllables(in: restored, comparison: .exact))
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
