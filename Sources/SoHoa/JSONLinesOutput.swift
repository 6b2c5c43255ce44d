import Foundation
import SoHoaExport
import SoHoaModel

/// Records as JSON Lines: to standard output line by line as they come, or into a file that appears whole once the
/// run is over; a run that gave no record leaves none.
public struct JSONLinesOutput: BatchOutput {
  public let target: URL?
  public let isContinued: Bool
  private let line: JSONLine
  private var file: GrowingFile?

  /// - Parameters:
  ///   - target: nil for standard output; its folder must exist.
  ///   - isContinued: lines that are there already stay, in front.
  ///   - hasPages: whether lines hold pages with their words.
  public init(to target: URL?, isContinued: Bool = false, hasPages: Bool = false) {
    self.target = target
    self.isContinued = isContinued
    line = JSONLine(hasPages: hasPages)
  }

  public mutating func add(_ file: ConvertedFile, name: String) throws {
    let data = try line.encode(file)
    guard let target else { return try FileHandle.standardOutput.write(contentsOf: data) }
    if self.file == nil { self.file = try begin(target) }
    try self.file?.append(data)
  }

  public mutating func finish(_ place: Placing) throws { try file?.finish(place) }

  public mutating func discard() { file?.discard() }

  private func begin(_ target: URL) throws -> GrowingFile {
    let file = try GrowingFile(target)
    guard isContinued, let old = try? FileHandle(forReadingFrom: target) else { return file }
    do {
      while let piece = try old.read(upToCount: 1 << 20), !piece.isEmpty { try file.append(piece) }
    } catch {
      file.discard()
      throw error
    }
    return file
  }
}
