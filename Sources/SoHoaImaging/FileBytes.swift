import Foundation

/// The bytes of one input, at one address for as long as this lives.
///
/// Small files are read, so that nobody can cut them short under us; large ones are mapped.
final class FileBytes {
  let name: String
  private let data: NSData

  var pointer: UnsafePointer<UInt8> { data.bytes.assumingMemoryBound(to: UInt8.self) }
  var count: Int { data.length }
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: pointer, count: count) }

  init(_ data: Data, name: String, limits: Limits) throws(AcquisitionError) {
    self.name = name
    self.data = NSData(data: data)
    try Self.check(data.count, name, limits)
  }

  init(contentsOf url: URL, limits: Limits) throws(AcquisitionError) {
    name = url.lastPathComponent
    let size = try Self.size(of: url)
    try Self.check(size, name, limits)
    do {
      let options: NSData.ReadingOptions = size > Self.largestRead ? .alwaysMapped : []
      data = try NSData(contentsOfFile: url.path, options: options)
    } catch { throw .notReadable(file: name) }
  }

  private static let largestRead = 64 << 20

  private static func check(_ size: Int, _ name: String, _ limits: Limits) throws(AcquisitionError) {
    guard size > 0 else { throw .isEmpty(file: name) }
    guard size <= limits.maxFileBytes else {
      throw .tooManyBytes(file: name, count: size, limit: limits.maxFileBytes)
    }
  }

  private static func size(of url: URL) throws(AcquisitionError) -> Int {
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw errno == EACCES
        ? .notReadable(file: url.lastPathComponent) : .missing(file: url.lastPathComponent)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(file: url.lastPathComponent) }
    guard access(url.path, R_OK) == 0 else { throw .notReadable(file: url.lastPathComponent) }
    return Int(status.st_size)
  }
}
