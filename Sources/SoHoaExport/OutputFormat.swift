import Foundation
import SoHoaModel

/// A form in which a converted file can be written.
public enum OutputFormat: String, Hashable, Codable, Sendable, CaseIterable {
  /// The record with pages, words and readings (`docs/schema/record-1.json`).
  case json
  /// The restored text, line by line, form feeds between pages.
  case txt
  /// The tasks, a row each, for a spreadsheet.
  case tasks = "tasks.csv"

  /// The searchable copy of the source. Nothing but the source can give it: `encode` cannot.
  case pdf

  public var fileExtension: String { rawValue }

  public func encode(_ file: ConvertedFile) throws -> Data {
    switch self {
    case .json: try JSONWriter().encode(file)
    case .txt: Data(TextWriter().text(of: file).utf8)
    case .tasks: CSVWriter().encode(TaskList().rows(file))
    case .pdf: throw NeedsSource()
    }
  }
}

/// A format that is made from the source file was asked of the record alone.
public struct NeedsSource: Error {}
