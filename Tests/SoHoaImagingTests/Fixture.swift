import Foundation

/// The documents written for this project, as rendered and damaged scans.
enum Fixture {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures")

  static func scan(_ name: String) -> URL { folder.appending(path: "scans/\(name)") }
  static func broken(_ name: String) -> URL { folder.appending(path: "broken/\(name)") }
}
