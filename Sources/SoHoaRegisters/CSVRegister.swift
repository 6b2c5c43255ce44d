import Foundation
import SoHoaExport

/// A register as comma-separated values. What is there stays byte for byte; rows are added at its end.
struct CSVRegister: RegisterBook {
  private static let separators: [UInt8] = Array(",;\t".utf8)

  private let form: RegisterForm
  private let separator: UInt8
  private var data: Data
  private(set) var index = RegisterIndex()

  /// An empty one.
  init(form: RegisterForm) {
    self.form = form
    separator = Self.separators[0]
    data = CSVWriter().encode([form.columns.map(\.name)])
  }

  init(_ data: Data, path: String, form: RegisterForm) throws(RegisterError) {
    self.form = form
    self.data = data
    guard Self.isText(data) else {
      throw .damaged(path: path, reason: "not UTF-8; save it as \"CSV UTF-8\"")
    }
    let wanted = form.columns.map { RegisterIndex.folded($0.name) }
    let found = Self.separators.first { separator in
      var lines = CSVLines(data, separator: separator)
      return lines.next()?.map(RegisterIndex.folded).starts(with: wanted) == true
    }
    guard let found else { throw .otherColumns(path: path, wanted: form.columns.map(\.name)) }
    separator = found
    try readRows(path)
  }

  private static func isText(_ data: Data) -> Bool {
    data.withUnsafeBytes { memchr($0.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!, 0, $0.count) == nil }
      && String(data: data, encoding: .utf8) != nil
  }

  private mutating func readRows(_ path: String) throws(RegisterError) {
    var lines = CSVLines(data, separator: separator)
    _ = lines.next()
    var row = 1
    while let cells = lines.next() {
      row += 1
      index.add(
        RegisterIndex.Row(
          row: row, number: cell(.number, cells), author: cell(.author, cells),
          date: RegisterDate(shown: cell(.date, cells)), note: cell(.note, cells),
          arrivalNumber: Int(cell(.arrivalNumber, cells))))
    }
    if lines.isOpen { throw .damaged(path: path, reason: "row \(row): a quotation mark is never closed") }
  }

  private func cell(_ value: RegisterValue, _ cells: [String]) -> String {
    guard let index = form.index(of: value), index < cells.count else { return "" }
    let text = cells[index]
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }

  mutating func append(_ rows: [RegisterRow]) {
    if let last = data.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
      data += Data("\r\n".utf8)
    }
    let writer = CSVWriter(separator: String(UnicodeScalar(separator)))
    data += writer.lines(rows.map { $0.cells.map { XMLText.fitting($0.shown) } })
  }

  func encoded() -> Data { data }
}

/// The records of a CSV file (RFC 4180), one by one.
struct CSVLines {
  private static let quote = UInt8(ascii: "\"")

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  /// A quoted cell reached the end of the file.
  private(set) var isOpen = false

  init(_ data: Data, separator: UInt8) {
    let mark = data.starts(with: CSVWriter.mark) ? CSVWriter.mark.count : 0
    bytes = [UInt8](data)
    position = mark
    self.separator = separator
  }

  mutating func next() -> [String]? {
    guard position < bytes.count else { return nil }
    var cells = [cell()]
    while position < bytes.count, bytes[position] == separator {
      position += 1
      cells.append(cell())
    }
    skipLineEnd()
    return cells
  }

  /// Up to a separator or the end of the line.
  private mutating func cell() -> String {
    guard position < bytes.count, bytes[position] == Self.quote else { return plain() }
    var text: [UInt8] = []
    position += 1
    while let end = bytes[position...].firstIndex(of: Self.quote) {
      text += bytes[position..<end]
      position = end + 1
      guard position < bytes.count, bytes[position] == Self.quote else {
        return String(decoding: text, as: UTF8.self) + plain()
      }
      text.append(Self.quote)
      position += 1
    }
    isOpen = true
    text += bytes[position...]
    position = bytes.count
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func plain() -> String {
    let start = position
    position = bytes[start...].firstIndex { $0 == separator || $0 == 10 || $0 == 13 } ?? bytes.count
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipLineEnd() {
    if position < bytes.count, bytes[position] == 13 { position += 1 }
    if position < bytes.count, bytes[position] == 10 { position += 1 }
  }
}
