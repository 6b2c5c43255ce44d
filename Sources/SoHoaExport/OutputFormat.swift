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

  /// Fields of archive metadata (Thông tư 05/2025/TT-BNV).
  case metadata = "metadata.xml"
  /// Header of an edXML message (QCVN 102:2016).
  case edxml = "edxml.xml"
  /// The searchable copy of the source. Nothing but the source can give it: `encode` cannot.
  case pdf

  public var fileExtension: String {
    switch self {
    case .alto: "alto.xml"
    case .hocr: "hocr.html"
    default: rawValue
    }
  }

  /// Whether the codes of archive metadata are wanted.
  public var needsArchiveEntry: Bool { self == .metadata || self == .edxml }

  /// - Parameter entry: for the formats that need one.
  public func encode(_ file: ConvertedFile, _ entry: ArchiveEntry? = nil) throws -> Data {
    switch self {
    case .json: try JSONWriter().encode(file)
    case .txt: Data(TextWriter().text(of: file).utf8)
    case .tasks: CSVWriter().encode(TaskList().rows(file))
    case .metadata: try MetadataWriter(Self.known(entry)).encode(file)
    case .edxml: try EdXMLWriter(Self.known(entry)).encode(file)
    case .hocr: HOCRWriter().encode(file)
    case .alto: ALTOWriter().encode(file)
    case .docx: try DOCXWriter().encode(file)
    case .md: Data(MarkdownWriter().text(of: file).utf8)
    case .pdf: throw NeedsSource()
    }
  }

  private static func known(_ entry: ArchiveEntry?) throws -> ArchiveEntry {
    guard let entry else { throw NeedsArchiveEntry() }
    return entry
  }
}

/// Metadata were asked for without the codes that they are written in.
public struct NeedsArchiveEntry: Error {}

/// A format that is made from the source file was asked of the record alone.
public struct NeedsSource: Error {}
