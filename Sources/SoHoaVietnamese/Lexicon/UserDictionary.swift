import Foundation

/// Words of the user's own: names, terms, abbreviations that the lexicon may not know.
///
/// A file has one word a line (one or several syllables), then perhaps a tab and a weight (1 if it is not
/// given; 10 for a word that is ten times as likely). Lines that begin with # are comments; a first line
/// `word` is a header.
public struct UserDictionary: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// NFC, written as it is to be printed: small letters where its capitals depend on the place.
    public var text: String
    public var weight: Double

    public init(text: String, weight: Double = 1) {
      self.text = text
      self.weight = weight
    }
  }

  static let mostEntries = 50_000
  static let mostSyllables = 8
  static let mostLetters = 16
  static let weights = 0.001...1000.0

  public private(set) var entries: [Entry] = []

  public init(_ entries: [Entry] = []) { self.entries = entries }

  public init(contentsOf url: URL) throws(UserDictionaryError) {
    guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
      throw .unreadable(path: url.path)
    }
    try self.init(text, path: url.path)
  }

  /// - Parameter path: named in errors.
  public init(_ text: String, path: String) throws(UserDictionaryError) {
    var isFirst = true
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isHeader = isFirst && cells[0] == "word"
      isFirst = false
      if isHeader { continue }
      do { entries.append(try Self.entry(cells)) } catch {
        throw .malformed(path: path, line: index + 1, reason: error)
      }
      guard entries.count <= Self.mostEntries else { throw .tooLong(path: path) }
    }
  }

  /// All words of several files.
  public static func + (one: UserDictionary, other: UserDictionary) -> UserDictionary {
    UserDictionary(one.entries + other.entries)
  }

  /// The file in the configuration folder: `$XDG_CONFIG_HOME/sohoa/dictionary.tsv`, by default
  /// `~/.config/sohoa/dictionary.tsv`; no words where there is no such file.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(UserDictionaryError) -> UserDictionary {
    guard let url = standardFile(environment), FileManager.default.fileExists(atPath: url.path) else {
      return UserDictionary()
    }
    return try UserDictionary(contentsOf: url)
  }

  static func standardFile(_ environment: [String: String]) -> URL? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return URL(fileURLWithPath: folder).appendingPathComponent("sohoa/dictionary.tsv")
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return URL(fileURLWithPath: home).appendingPathComponent(".config/sohoa/dictionary.tsv")
  }

  private static func entry(_ cells: [Substring]) throws(UserDictionaryError.Reason) -> Entry {
    guard cells.count <= 2 else { throw .cells(cells.count) }
    let syllables = cells[0].split(whereSeparator: \.isWhitespace)
    guard !syllables.isEmpty else { throw .noWord }
    guard syllables.count <= mostSyllables else { throw .syllables(syllables.count) }
    for syllable in syllables {
      let scalars = String(syllable).scalars
      guard scalars.count <= mostLetters, scalars.contains(where: { CharacterClass.of($0) == .letter }) else {
        throw .syllable(String(syllable))
      }
    }
    guard cells.count == 2, !cells[1].isEmpty else { return Entry(text: syllables.joined(separator: " ")) }
    guard let weight = Double(cells[1].trimmingCharacters(in: .whitespaces)), weights.contains(weight) else {
      throw .weight(String(cells[1]))
    }
    return Entry(text: syllables.joined(separator: " "), weight: weight)
  }
}
