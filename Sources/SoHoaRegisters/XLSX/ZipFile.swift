import CArchive
import Foundation

/// The parts of a zip file, unpacked, in their order.
struct ZipFile: Sendable {
  struct Entry: Sendable {
    var name: String
    var bytes: [UInt8]
    var modified: Int
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Largest sum of unpacked parts, in bytes.
  private static let limit = 512 << 20

  var entries: [Entry] = []

  /// - Throws: `Failure` if it is no zip file, damaged, encrypted or unpacks to too much.
  init(_ data: Data) throws(Failure) {
    let reader = archive_read_new()
    defer { archive_read_free(reader) }
    archive_read_support_format_zip_seekable(reader)
    archive_read_set_options(reader, "hdrcharset=UTF-8")
    let result: Result<[Entry], Failure> = data.withUnsafeBytes { bytes in
      guard archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
        return .failure(Self.failure(reader))
      }
      return Result { () throws(Failure) in try Self.read(reader) }
    }
    entries = try result.get()
  }

  subscript(name: String) -> [UInt8]? {
    get { entries.first { $0.name == name }?.bytes }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let bytes?): entries[index].bytes = bytes
      case (let index?, nil): entries.remove(at: index)
      case (nil, let bytes?):
        entries.append(Entry(name: name, bytes: bytes, modified: entries.first?.modified ?? 0))
      case (nil, nil): break
      }
    }
  }

  private static func read(_ reader: OpaquePointer?) throws(Failure) -> [Entry] {
    var entries: [Entry] = []
    var total = 0
    var header: OpaquePointer?
    while true {
      let status = archive_read_next_header(reader, &header)
      if status == ARCHIVE_EOF { return entries }
      guard status == ARCHIVE_OK, let name = archive_entry_pathname_utf8(header) else {
        throw failure(reader)
      }
      guard archive_entry_is_encrypted(header) == 0 else { throw Failure(description: "encrypted") }
      let bytes = try contents(reader, Int(archive_entry_size(header)), room: limit - total)
      total += bytes.count
      entries.append(
        Entry(name: String(cString: name), bytes: bytes, modified: archive_entry_mtime(header)))
    }
  }

  private static func contents(
    _ reader: OpaquePointer?, _ size: Int, room: Int
  ) throws(Failure) -> [UInt8] {
    guard size <= room else { throw Failure(description: "it unpacks to more than \(limit >> 20) MB") }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = bytes.withUnsafeMutableBytes { archive_read_data(reader, $0.baseAddress, $0.count) }
    guard count == size else { throw failure(reader) }
    return bytes
  }

  // MARK: Writing

  /// Packs the parts. Level 6 would save a seventh of the file and take three times as long.
  func packed() throws(Failure) -> Data {
    let writer = archive_write_new()
    defer { archive_write_free(writer) }
    archive_write_set_format_zip(writer)
    archive_write_set_options(writer, "compression=deflate,compression-level=1,hdrcharset=UTF-8")
    archive_write_set_bytes_per_block(writer, 0)
    let capacity = entries.reduce(4096) { $0 + $1.bytes.count + $1.bytes.count / 100 + 1024 }
    var data = Data(count: capacity)
    var used = 0
    let result: Result<Void, Failure> = data.withUnsafeMutableBytes { buffer in
      guard archive_write_open_memory(writer, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK else {
        return .failure(Self.failure(writer))
      }
      return Result { () throws(Failure) in try write(to: writer) }
    }
    try result.get()
    return data.prefix(used)
  }

  private func write(to writer: OpaquePointer?) throws(Failure) {
    let header = archive_entry_new()
    defer { archive_entry_free(header) }
    for entry in entries {
      archive_entry_clear(header)
      archive_entry_set_pathname_utf8(header, entry.name)
      archive_entry_set_size(header, Int64(entry.bytes.count))
      archive_entry_set_filetype(header, entry.name.hasSuffix("/") ? 0o040000 : 0o100000)
      archive_entry_set_perm(header, 0o644)
      archive_entry_set_mtime(header, entry.modified, 0)
      guard archive_write_header(writer, header) == ARCHIVE_OK else { throw Self.failure(writer) }
      let count = entry.bytes.withUnsafeBytes { archive_write_data(writer, $0.baseAddress, $0.count) }
      guard count == entry.bytes.count else { throw Self.failure(writer) }
    }
    guard archive_write_close(writer) == ARCHIVE_OK else { throw Self.failure(writer) }
  }

  private static func failure(_ archive: OpaquePointer?) -> Failure {
    Failure(description: archive_error_string(archive).map { String(cString: $0) } ?? "no zip file")
  }
}
