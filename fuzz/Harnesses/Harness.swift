import Foundation
import SoHoaDictionaries

/// One thing that takes bytes from others, and what must hold of whatever it makes of them.
struct Harness: Sendable {
  /// As the files of `fuzz/seeds` and `make fuzz TARGET=` call it.
  let name: String
  /// - Returns: what does not hold, a line each.
  let faults: @Sendable (Data) throws -> [String]

  static let all = [
    text, restore, dates, structure, messages, layer, content, headers, register,
  ]

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let dictionaries = DictionaryFolder(root.appendingPathComponent("dictionaries"))

  /// Files that were written for a harness, or that it once failed on.
  func seeds() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: Self.root.appendingPathComponent("fuzz/seeds/\(name)"), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }
}

/// What does not hold, as it is found.
struct Faults {
  private(set) var all: [String] = []

  mutating func unless(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { all.append(fault()) }
  }

  /// A value is the same once it has been written as JSON and read.
  mutating func unlessKept<Value: Codable & Equatable>(_ value: Value) throws {
    let line = try JSONEncoder().encode(value)
    unless(try JSONDecoder().decode(Value.self, from: line) == value, "\(Value.self) is another in its JSON")
  }
}
