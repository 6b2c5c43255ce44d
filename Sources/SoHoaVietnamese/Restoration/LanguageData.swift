import Foundation
import SoHoaDictionaries

/// Lexicon, model and channels, read once.
struct LanguageData: Sendable {
  let lexicon: Lexicon
  let model: NGramModel
  /// Nil if it is left out.
  let context: ContextModel?
  let trie: SyllableTrie
  let prior: WordPrior
  let casePrior: CasePrior
  let folder: DictionaryFolder
  /// Codes of the kinds of documents: KH, QĐ, NQ ...
  let kindCodes: Set<String>
  let parts: RestorerParts
  /// The user's own words, if there are any.
  let own: OwnWords?

  init(
    _ folder: DictionaryFolder, parts: RestorerParts = .init(), words: UserDictionary = UserDictionary()
  ) throws {
    self.folder = folder
    self.parts = parts
    own = words.entries.isEmpty ? nil : OwnWords(words)
    lexicon = try Lexicon(contentsOf: folder.file("lexicon.tsv"))
    model = try NGramModel(contentsOf: folder.file("ngrams.bin"), lexicon: lexicon)
    context =
      parts.context ? try ContextModel(contentsOf: folder.file("context.bin"), lexicon: lexicon) : nil
    trie = Self.trie(lexicon, abbreviations: parts.abbreviations)
    prior = WordPrior(trie: trie, lexicon: lexicon)
    casePrior = CasePrior(lexicon: lexicon)
    kindCodes = Set(try folder.table("document_kinds.tsv").column("code").filter { !$0.isEmpty })
  }

  /// What was counted for a channel.
  ///
  /// - Throws: `DictionaryError` if the channel's file is missing or malformed.
  func changes(_ kind: ChannelKind) throws(DictionaryError) -> [ChannelFile.Row] {
    guard let name = kind.learnedName else { return [] }
    guard parts.learnedChannel else { return TableChannel.changes }
    return try ChannelFile.rows(contentsOf: folder.file("channel_\(name).tsv"))
  }

  /// A channel, read and compiled.
  func channel(_ kind: ChannelKind) throws(DictionaryError) -> Channel { Channel(kind, try changes(kind)) }

  /// Well-formed syllables, and abbreviations: other words would rather be kept than proposed.
  static func trie(_ lexicon: Lexicon, abbreviations: Bool = true) -> SyllableTrie {
    let chosen = (0..<lexicon.count).filter {
      lexicon.isSyllable($0) || abbreviations && lexicon.isAbbreviation($0)
    }
    return SyllableTrie(chosen.map { (lexicon.words.word($0), UInt16($0 + Lexicon.reserved)) })
  }
}
