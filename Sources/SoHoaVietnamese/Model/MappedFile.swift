import Foundation
import SoHoaDictionaries

/// A file mapped into memory for reading; unmapped when the last user lets go.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  init(_ url: URL) throws(DictionaryError) {
    let descriptor = open(url.path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path: url.path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw .unreadable(path: url.path) }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count) }
}
