import CArchive
import Foundation

/// Files packed into a zip, in memory: the same bytes for the same files, without times and owners.
struct ZipArchive: ~Copyable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// `AE_IFREG`
  private static let regularFile: UInt32 = 0o100000

  private let archive: OpaquePointer
  private let room: UnsafeMutableRawBufferPointer
  private let used: UnsafeMutablePointer<Int>

  /// - Parameter files: first to last as they stand in the zip.
  static func encode(_ files: [(name: String, bytes: [UInt8])]) throws(Failure) -> Data {
    guard let archive = archive_write_new() else { throw Failure(description: "no memory for a zip") }
    let zip = ZipArchive(archive, room: files.reduce(0) { $0 + 2 * $1.bytes.count + 4096 })
    try zip.open()
    for file in files { try zip.add(file.name, file.bytes) }
    return try zip.finish()
  }

  /// - Parameter room: bytes, at least as many as will be written.
  private init(_ archive: OpaquePointer, room size: Int) {
    self.archive = archive
    room = .allocate(byteCount: size, alignment: 16)
    used = .allocate(capacity: 1)
    used.initialize(to: 0)
  }

  deinit {
    archive_write_free(archive)
    room.deallocate()
    used.deallocate()
  }

  private func open() throws(Failure) {
    try check(archive_write_set_format_zip(archive))
    try check(archive_write_set_options(archive, "zip:compression=deflate"))
    try check(archive_write_open_memory(archive, room.baseAddress, room.count, used))
  }

  private func add(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    guard let entry = archive_entry_new() else { throw Failure(description: "no memory for a zip") }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_filetype(entry, Self.regularFile)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_size(entry, Int64(bytes.count))
    try check(archive_write_header(archive, entry))
    guard archive_write_data(archive, bytes, bytes.count) == bytes.count else { throw failure }
  }

  private func finish() throws(Failure) -> Data {
    try check(archive_write_close(archive))
    return Data(bytes: room.baseAddress!, count: used.pointee)
  }

  private func check(_ status: Int32) throws(Failure) {
    guard status == ARCHIVE_OK else { throw failure }
  }

  private var failure: Failure {
    Failure(description: archive_error_string(archive).map { String(cString: $0) } ?? "zip not written")
  }
}
