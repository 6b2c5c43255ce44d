import Foundation
import SoHoaDictionaries

/// Reads `lexicon.tsv`.
enum LexiconReader {
  struct Rows {
    var words = WordTable(capacity: 1 << 15)
    var counts: [UInt32] = []
    var titles: [UInt32] = []
    var capitals: [UInt32] = []
    var syllables: [Bool] = []
  }

  /// Words are numbered with 16 bits, and some numbers are no words.
  private static let limit = 65_000

  /// - Throws: `malformed` with the line (from 1) that is no row.
  static func rows(_ data: Data, path: String) throws(DictionaryError) -> Rows {
    var rows = Rows()
    var line = 0
    let isWhole = data.withUnsafeBytes { read(TableBytes($0), into: &rows, &line) }
    guard isWhole, line > 0 else {
      throw .malformed(
        path: path, line: max(line, 1), reason: "not word, count, title, capitals, syllable; or a word twice")
    }
    return rows
  }

  /// False if `line` is no row.
  private static func read(_ bytes: TableBytes, into rows: inout Rows, _ line: inout Int) -> Bool {
    var bytes = bytes
    var hasHeader = false
    var word: Scalars = []
    while !bytes.isAtEnd {
      line += 1
      if isBlankOrComment(bytes) || !hasHeader {
        hasHeader = hasHeader || !isBlankOrComment(bytes)
        bytes.skipLine()
      } else if !append(&bytes, &word, to: &rows) {
        return false
      }
    }
    return true
  }

  /// "#" is a comment, and a word where a tab follows it.
  private static func isBlankOrComment(_ bytes: TableBytes) -> Bool {
    bytes[0] == 0x0A || bytes[1] == 0x0A || bytes[0] == 0x23 && bytes[1] != 0x09
  }

  private static func append(_ bytes: inout TableBytes, _ word: inout Scalars, to rows: inout Rows) -> Bool {
    guard bytes.readText(&word), !word.isEmpty, let count = bytes.readNumber(), bytes.readTab(),
      let title = bytes.readNumber(), bytes.readTab(), let capitals = bytes.readNumber(), bytes.readTab(),
      let syllable = bytes.readFlag(), bytes.endLine(), rows.counts.count < limit,
      rows.words.insert(word) == rows.counts.count
    else { return false }
    rows.counts.append(count)
    rows.titles.append(title)
    rows.capitals.append(capitals)
    rows.syllables.append(syllable)
    return true
  }
}
