import Foundation

/// A tab-separated table with a header line, in UTF-8. Lines that begin with `#` are comments.
public struct Table: Sendable {
  public let columns: [String]
  /// As many cells a row as there are columns; missing ones at the end are empty.
  public let rows: [[String]]

  public init(contentsOf url: URL) throws(DictionaryError) {
    guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
      throw .unreadable(path: url.path)
    }
    try self.init(text, path: url.path)
  }

  /// - Parameter path: named in errors.
  public init(_ text: String, path: String) throws(DictionaryError) {
    var columns: [String]?
    var rows: [[String]] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let header = columns else {
        columns = cells
        continue
      }
      guard cells.count <= header.count else {
        throw .malformed(
          path: path, line: index + 1, reason: "\(cells.count) cells for \(header.count) columns")
      }
      cells += Array(repeating: "", count: header.count - cells.count)
      rows.append(cells)
    }
    guard let columns else { throw .malformed(path: path, line: 1, reason: "no header line") }
    self.columns = columns
    self.rows = rows
  }

  /// The cells of one column, row by row; empty if there is no such column.
  public func column(_ name: String) -> [String] {
    guard let index = columns.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }

  /// The rows as dictionaries, for tables that are small.
  public var records: [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }
}
