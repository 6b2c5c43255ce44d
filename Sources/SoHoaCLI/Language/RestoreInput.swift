import Foundation

/// The bytes that `sohoa restore` was given, piece by piece.
struct RestoreInput {
  /// As messages call it.
  let name: String
  private let handle: FileHandle

  private static let piece = 1 << 16

  init(_ file: String) throws {
    guard file != "-" else {
      name = "standard input"
      handle = .standardInput
      return
    }
    name = file
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw RestoreMessage.failure(
        "\(file): is a folder; name a text file in it, or use sohoa convert for whole folders", code: 5)
    }
    guard let handle = FileHandle(forReadingAtPath: file) else { throw Self.unreadable(file) }
    self.handle = handle
  }

  /// - Returns: nil at the end.
  func next() throws -> Data? {
    do {
      let data = try handle.read(upToCount: Self.piece)
      return data?.isEmpty == false ? data : nil
    } catch {
      throw Self.unreadable(name)
    }
  }

  private static func unreadable(_ name: String) -> any Error {
    RestoreMessage.failure("\(name): cannot be read; check the name and the permissions", code: 5)
  }
}
