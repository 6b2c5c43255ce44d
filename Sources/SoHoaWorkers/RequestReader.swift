import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Lines of standard input, as they come.
struct RequestReader {
  private static let pieceBytes = 1 << 16
  private let file: Int32
  private var cutter: LineCutter
  private var lines: [Data] = []
  private var isOver = false

  init(_ file: Int32, limit: Int) {
    self.file = file
    cutter = LineCutter(limit: limit)
  }

  /// Waits for the next line that is not empty; nil at the end.
  mutating func next() throws -> Data? {
    while true {
      while !lines.isEmpty {
        let line = lines.removeFirst()
        if !line.isEmpty { return line }
      }
      guard !isOver else { return nil }
      try fill()
    }
  }

  private mutating func fill() throws {
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, buffer.count))
    }
    isOver = piece.isEmpty
    lines = try cutter.take(piece)
    if isOver, let rest = cutter.remainder { lines.append(rest) }
  }
}
