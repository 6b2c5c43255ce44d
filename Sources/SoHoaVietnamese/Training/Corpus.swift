import Foundation
import SoHoaDictionaries

/// Which documents of a corpus to use. Documents are kept whole: a hash of the first line decides.
public enum CorpusPart: Hashable, Sendable {
  case all
  /// All but one document in `n`.
  case training(oneIn: Int)
  /// The document in `n` that training leaves out.
  case heldOut(oneIn: Int)
  /// Of the training documents those in, or not in, one of several shares.
  case share(Int, of: Int, oneIn: Int)
  case allBut(Int, of: Int, oneIn: Int)

  func takes(_ firstLine: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .all: true
    case .training(let n): Self.hash(firstLine) % UInt64(n) != 0
    case .heldOut(let n): Self.hash(firstLine) % UInt64(n) == 0
    case .share(let share, let shares, let n):
      CorpusPart.training(oneIn: n).takes(firstLine) && Self.share(firstLine, shares, n) == share
    case .allBut(let share, let shares, let n):
      CorpusPart.training(oneIn: n).takes(firstLine) && Self.share(firstLine, shares, n) != share
    }
  }

  private static func share(_ firstLine: ArraySlice<UInt8>, _ shares: Int, _ n: Int) -> Int {
    Int(hash(firstLine) / UInt64(n) % UInt64(shares))
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (hash ^ (hash >> 31)) >> 7
  }
}

/// A text of one paragraph per line with an empty line between documents, plain or `.xz`; or a `.tsv`
/// of two columns, a weight and a line, in which each line counts as often as its weight says.
public struct Corpus: Sendable {
  public let url: URL
  private let bytes: [UInt8]
  private var isTable: Bool { url.deletingPathExtension(".xz").pathExtension == "tsv" }

  public init(contentsOf url: URL) throws {
    self.url = url
    bytes = [UInt8](try url.pathExtension == "xz" ? Self.unpacked(url) : Self.plain(url))
  }

  /// Calls `body` with each paragraph of the chosen documents, in order.
  public func forEachLine(_ part: CorpusPart, _ body: (String) -> Void) {
    forEachScalarLine(part) { line, weight in
      for _ in 0..<weight { body(String(scalars: line)) }
    }
  }

  /// Calls `body` with the paragraphs of each of the chosen documents.
  public func forEachDocument(_ part: CorpusPart, _ body: ([String]) -> Void) {
    for document in documents() where document.first.map(part.takes) ?? false {
      body(document.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private func documents() -> some Sequence<[ArraySlice<UInt8>]> {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).lazy.split(whereSeparator: \.isEmpty)
      .lazy.map(Array.init)
  }

  func forEachScalarLine(_ part: CorpusPart, _ body: (Scalars, Int) -> Void) {
    var start = 0
    var atDocumentStart = true
    var takes = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      if isTable {
        tableLine(line, part, body)
      } else if line.isEmpty {
        atDocumentStart = true
      } else {
        if atDocumentStart { takes = part.takes(line) }
        atDocumentStart = false
        if takes { body(Self.decode(line), 1) }
      }
    }
  }

  private func tableLine(_ line: ArraySlice<UInt8>, _ part: CorpusPart, _ body: (Scalars, Int) -> Void) {
    if case .heldOut = part { return }
    guard let tab = line.firstIndex(of: 0x09), let weight = Int(String(decoding: line[..<tab], as: UTF8.self))
    else { return }
    body(Self.decode(line[(tab + 1)...]), weight)
  }

  private static func decode(_ line: ArraySlice<UInt8>) -> Scalars {
    var scalars: Scalars = []
    scalars.reserveCapacity(line.count)
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars { scalars.append(scalar.value) }
    return scalars
  }

  private static func plain(_ url: URL) throws -> Data {
    guard let data = try? Data(contentsOf: url) else { throw DictionaryError.unreadable(path: url.path) }
    return data
  }

  private static func unpacked(_ url: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", "--", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw DictionaryError.unreadable(path: url.path) }
    return data
  }
}

extension URL {
  fileprivate func deletingPathExtension(_ suffix: String) -> URL {
    path.hasSuffix(suffix) ? deletingPathExtension() : self
  }
}
