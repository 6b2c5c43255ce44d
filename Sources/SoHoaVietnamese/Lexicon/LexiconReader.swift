import Foundation
import SoHoaDictionaries

/// Reads `lexicon.tsv` without making strings: the program starts with it.
enum LexiconReader {
  struct Rows {
    var words = WordTable(capacity: 1 << 16)
    var counts: [UInt32] = []
    var titles: [UInt32] = []
    var capitals: [UInt32] = []
    var syllables: [Bool] = []
  }

  static func rows(_ data: Data, path: String) throws(DictionaryError) -> Rows {
    let bytes = [UInt8](data)
    var rows = Rows()
    var start = 0
    var number = 0
    var hasHeader = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      if end > start + 1, bytes[start] != 0x23 || bytes[start + 1] == 0x09 {
        if hasHeader {
          guard append(bytes[start..<end], to: &rows) else {
            throw .malformed(path: path, line: number, reason: "not word, count, title, capitals, syllable")
          }
        }
        hasHeader = true
      }
      start = end + 1
    }
    return rows
  }

  private static func append(_ line: ArraySlice<UInt8>, to rows: inout Rows) -> Bool {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard cells.count == 5, let word = String(validating: cells[0], as: UTF8.self), !word.isEmpty else {
      return false
    }
    let before = rows.words.count
    guard rows.words.insert(word.unicodeScalars.map(\.value)) == before, before < 65_000 else { return false }
    guard let count = number(cells[1]), let title = number(cells[2]), let capitals = number(cells[3]) else {
      return false
    }
    rows.counts.append(count)
    rows.titles.append(title)
    rows.capitals.append(capitals)
    rows.syllables.append(cells[4].first == 0x31)
    return true
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + UInt32(digit - 0x30)
    }
    return value
  }
}
