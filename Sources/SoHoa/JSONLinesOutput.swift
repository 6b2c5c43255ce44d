import Foundation
import SoHoaExport
import SoHoaModel

/// Records as JSON Lines: to standard output line by line as they come, or into a file that appears whole.
public struct JSONLinesOutput: BatchOutput {
  private let line: JSONLine
  private let file: GrowingFile?

  public var target: URL? { file?.target }

  /// - Parameters:
  ///   - target: nil for standard output; its folder must exist.
  ///   - hasPages: whether lines hold pages with their words.
  public init(to target: URL?, hasPages: Bool) throws(ConversionFailure) {
    line = JSONLine(hasPages: hasPages)
    guard let target else {
      file = nil
      return
    }
    do throws(AtomicFile.Failure) {
      file = try GrowingFile(target)
    } catch {
      throw OutputFolder.notWritten(target, error)
    }
  }

  public mutating func add(_ file: ConvertedFile, name: String) throws {
    let data = try line.encode(file)
    if let growing = self.file {
      try growing.append(data)
    } else {
      try FileHandle.standardOutput.write(contentsOf: data)
    }
  }

  public mutating func finish() throws { try file?.finish() }

  public mutating func discard() { file?.discard() }
}
