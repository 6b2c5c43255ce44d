import Foundation

/// The user's own words as the decoder needs them: a tree of their syllables, and which of them follow one
/// another.
struct OwnWords: Sendable {
  struct Word: Sendable {
    /// Numbers of `forms`, one for each syllable.
    var syllables: [Int]
    /// How much likelier than others the user holds it (nats).
    var gain: Float
  }

  /// What a syllable of an own word earns beside what the language model says of it (nats): a single
  /// syllable less than one that stands among the others of its word.
  private static let singleGain: Float = -1
  private static let runGain: Float = 6

  /// Syllables as printed.
  private(set) var forms: [Scalars] = []
  /// Finds the syllables; their numbers in it are those of `forms`, plus one.
  let trie: SyllableTrie
  let prior: WordPrior
  private let byFirst: [Int: [Word]]
  private let numbers: [Scalars: Int]

  init(_ dictionary: UserDictionary) {
    var numbers: [Scalars: Int] = [:]
    var words: [Int: [Word]] = [:]
    for entry in dictionary.entries {
      var syllables: [Int] = []
      for form in entry.text.scalars.split(separator: 0x20).map(Array.init) {
        let key = ModelForm.word(form)
        guard forms.count < Int(UInt16.max) - 1 || numbers[key] != nil else { break }
        if numbers[key] == nil {
          numbers[key] = forms.count
          forms.append(form)
        }
        syllables.append(numbers[key]!)
      }
      let gain = Float(log(entry.weight)) + (syllables.count > 1 ? Self.runGain : Self.singleGain)
      words[syllables[0], default: []].append(Word(syllables: syllables, gain: gain))
    }
    self.numbers = numbers
    byFirst = words
    trie = SyllableTrie(numbers.map { ($0.key[...], UInt16($0.value + 1)) })
    prior = WordPrior(flat: trie)
  }

  /// Words that begin with a syllable.
  func words(from form: Int) -> [Word] { byFirst[form] ?? [] }

  /// Tokens that say an own word already, by the letters of each token (nil: more than one word).
  func spelled(_ letters: [Scalars?]) -> [Range<Int>] {
    let numbers = letters.map { $0.flatMap { self.numbers[ModelForm.word($0)] } }
    return numbers.indices.flatMap { start -> [Range<Int>] in
      guard let first = numbers[start] else { return [] }
      return words(from: first).map { start..<start + $0.syllables.count }.filter { range in
        range.upperBound <= numbers.count && isWord(numbers[range])
      }
    }
  }

  private func isWord(_ numbers: ArraySlice<Int?>) -> Bool {
    guard let first = numbers.first, let first else { return false }
    return words(from: first).contains { $0.syllables.map(Optional.some) == Array(numbers) }
  }

  /// A syllable as it is printed where capitals were seen in a certain way.
  func text(_ form: Int, _ pattern: CasePattern) -> Scalars {
    let word = forms[form]
    if pattern == .capitals || CasePattern(word) == .lower { return pattern.applied(to: word) }
    return word
  }
}
