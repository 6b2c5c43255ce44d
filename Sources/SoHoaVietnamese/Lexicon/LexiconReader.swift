import Foundation
import SoHoaDictionaries

/// Reads `lexicon.tsv` byte by byte, without making strings: the program starts with it.
struct LexiconReader {
  struct Rows {
    var words = WordTable(capacity: 1 << 15)
    var counts: [UInt32] = []
    var titles: [UInt32] = []
    var capitals: [UInt32] = []
    var syllables: [Bool] = []
  }

  /// Words are numbered with 16 bits, and some numbers are no words.
  private static let limit = 65_000

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var rows = Rows()
  private var word: Scalars = []

  /// - Throws: `malformed` with the line (from 1) that is no row.
  static func rows(_ data: Data, path: String) throws(DictionaryError) -> Rows {
    let result: Result<Rows, BadLine> = data.withUnsafeBytes { bytes in
      var reader = LexiconReader(bytes)
      return Result { () throws(BadLine) in try reader.read() }
    }
    do { return try result.get() } catch {
      throw .malformed(path: path, line: error.number, reason: "not word, count, title, capitals, syllable")
    }
  }

  private struct BadLine: Error { let number: Int }

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func read() throws(BadLine) -> Rows {
    var number = 0
    var hasHeader = false
    while offset < bytes.count {
      number += 1
      if isBlankOrComment {
        skipLine()
      } else if !hasHeader {
        hasHeader = true
        skipLine()
      } else if !readRow() {
        throw BadLine(number: number)
      }
    }
    return rows
  }

  /// "#" is a comment, and a word where a tab follows it.
  private var isBlankOrComment: Bool {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
    return bytes[offset] == 0x0A || next == 0x0A || bytes[offset] == 0x23 && next != 0x09
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    offset += 1
  }

  private mutating func readRow() -> Bool {
    guard readWord(), let count = readNumber(), let title = readNumber(), let capitals = readNumber(),
      rows.words.count < Self.limit, rows.words.insert(word) == rows.counts.count
    else { return false }
    rows.counts.append(count)
    rows.titles.append(title)
    rows.capitals.append(capitals)
    guard offset < bytes.count, bytes[offset] == 0x30 || bytes[offset] == 0x31 else { return false }
    rows.syllables.append(bytes[offset] == 0x31)
    offset += 1
    guard offset == bytes.count || bytes[offset] == 0x0A else { return false }
    offset += 1
    return true
  }

  /// Up to the next tab, as scalars.
  private mutating func readWord() -> Bool {
    word.removeAll(keepingCapacity: true)
    while offset < bytes.count, bytes[offset] != 0x09, bytes[offset] != 0x0A {
      guard let scalar = readScalar() else { return false }
      word.append(scalar)
    }
    guard !word.isEmpty, offset < bytes.count, bytes[offset] == 0x09 else { return false }
    offset += 1
    return true
  }

  /// One scalar of well-formed UTF-8; nil for anything else.
  private mutating func readScalar() -> UInt32? {
    let lead = bytes[offset]
    guard lead >= 0x80 else {
      offset += 1
      return UInt32(lead)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, offset + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<offset + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    offset += length
    let least: UInt32 = length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80
    return value >= least && Unicode.Scalar(value) != nil ? value : nil
  }

  /// Up to nine digits and the tab after them.
  private mutating func readNumber() -> UInt32? {
    let start = offset
    var value: UInt32 = 0
    while offset < bytes.count, offset < start + 9, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
      value = value * 10 + UInt32(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > start, offset < bytes.count, bytes[offset] == 0x09 else { return nil }
    offset += 1
    return value
  }
}
