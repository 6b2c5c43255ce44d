/// Which models serve a language as users name it.
///
/// `vie` means the best model for Vietnamese that is installed: first `vie`, else the script model
/// `Vietnamese`, which gets a tenth fewer syllables wrong but two thirds more numbers, and takes longer
/// (docs/decisions/0002-page-preparation.md). Every other name is taken as given.
public struct ModelChoice: Hashable, Sendable {
  /// As Tesseract takes them, first the main one.
  public let models: [String]

  /// - Parameter language: `vie`, `eng`, `vie+eng`, `Vietnamese` ...
  public init(language: String, installed: InstalledModels) throws(RecognitionError) {
    let names = language.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy(Self.isName) else { throw .notALanguage(language) }
    var models: [String] = []
    for name in names {
      guard let model = (Self.preferences[name] ?? [name]).first(where: { installed.file(of: $0) != nil })
      else {
        throw .languageUnavailable(missing: name, searched: installed.folder.path)
      }
      if !models.contains(model) { models.append(model) }
    }
    self.models = models
  }

  /// The form that Tesseract wants.
  var argument: String { models.joined(separator: "+") }

  /// Another model of the same language, to read doubtful lines again; nil if there is none.
  public func second(_ installed: InstalledModels) -> String? {
    Self.vietnamese.first { models.count == 1 && Self.vietnamese.contains(models[0]) && $0 != models[0] }
      .flatMap { installed.file(of: $0) == nil ? nil : $0 }
  }

  private static let vietnamese = ["vie", "Vietnamese"]
  private static let preferences = ["vie": vietnamese]

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }
  }
}
