/// Why a dictionary of the user's own could not be used.
public enum UserDictionaryError: Error, Hashable, CustomStringConvertible {
  case unreadable(path: String)
  case tooLong(path: String)
  /// `line` counts from 1.
  case malformed(path: String, line: Int, reason: Reason)

  public enum Reason: Error, Hashable, Sendable {
    case noWord
    case cells(Int)
    case syllables(Int)
    case syllable(String)
    case weight(String)
  }

  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read as UTF-8; check the name, or save it as UTF-8"
    case .tooLong(let path):
      "\(path): more than \(UserDictionary.mostEntries) words; split off what is not needed"
    case .malformed(let path, let line, let reason): "\(path), line \(line): \(reason.description)"
    }
  }
}

extension UserDictionaryError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noWord: "no word before the tab; write the word, then a tab and its weight, or the word alone"
    case .cells(let count): "\(count) cells; give a word and at most a weight, with one tab between them"
    case .syllables(let count): "\(count) syllables; at most \(UserDictionary.mostSyllables) make a word"
    case .syllable(let text):
      "\"\(text)\" is no word; it needs a letter and at most \(UserDictionary.mostLetters) characters"
    case .weight(let text):
      "\"\(text)\" is no weight; give a number from \(UserDictionary.weights.lowerBound) to"
        + " \(UserDictionary.weights.upperBound), or leave it out"
    }
  }
}
