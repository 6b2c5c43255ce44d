import CArchive
import Foundation
import Testing

@testable import SoHoaExport

/// What is in a zip.
struct Unzipped {
  private(set) var files: [(name: String, data: Data)] = []

  init(_ zip: Data) throws {
    let archive = try #require(archive_read_new())
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    try zip.withUnsafeBytes { bytes in
      try #require(archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK)
      var entry: OpaquePointer?
      while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
        var data = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
        try #require(archive_read_data(archive, &data, data.count) == data.count)
        files.append((String(cString: archive_entry_pathname(entry)), Data(data)))
      }
    }
  }

  func xml(_ name: String) throws -> ParsedXML {
    try ParsedXML(#require(files.first { $0.name == name }, "no \(name)").data)
  }
}
