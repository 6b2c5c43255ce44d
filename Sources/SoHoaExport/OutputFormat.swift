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
  /// Words with boxes and both readings, for programs that read OCR results, and for browsers.
  case hocr
  /// The same for libraries and archives.
  case alto
  /// The structure of the text: headings, lists, tables.
  case md
  /// A Word document in the form of Nghị định 30/2020, for editing.
  case docx

  public var fileExtension: String {
    switch self {
    case .alto: "alto.xml"
    case .hocr: "hocr.html"
    default: rawValue
    }
  }

  public func encode(_ file: ConvertedFile) throws -> Data {
    switch self {
    case .json: try JSONWriter().encode(file)
    case .txt: Data(TextWriter().text(of: file).utf8)
    case .tasks: CSVWriter().encode(TaskList().rows(file))
    case .hocr: HOCRWriter().encode(file)
    case .alto: ALTOWriter().encode(file)
    case .docx: try DOCXWriter().encode(file)
    case .md: Data(MarkdownWriter().text(of: file).utf8)
    }
  }
}
