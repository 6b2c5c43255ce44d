import Foundation
import SoHoaExport
import SoHoaModel

/// Where results are written: whole or not at all, under a name that no other input of the run has.
public struct OutputFolder: Sendable {
  public let url: URL
  /// What becomes of files that are there already.
  public let existing: ExistingOutputs

  /// Makes the folder if it is missing.
  public init(_ url: URL, existing: ExistingOutputs = .overwrite) throws(ConversionFailure) {
    self.url = url
    self.existing = existing
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw Self.notWritable(url)
    }
    guard FileManager.default.isWritableFile(atPath: url.path) else { throw Self.notWritable(url) }
  }

  /// Writes one result in each format; each file appears whole, after it is on disk.
  ///
  /// - Parameter entry: for the formats of archive metadata.
  public func write(
    _ file: ConvertedFile, name: String, formats: [OutputFormat], entry: ArchiveEntry? = nil
  ) throws(ConversionFailure) {
    for format in formats {
      let target = target(name, format)
      guard try existing.allows(target) else { continue }
      do {
        let data = try format.encode(file, entry)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try AtomicFile.write(data, to: target)
      } catch {
        throw Self.notWritten(target, error)
      }
    }
  }

  public func target(_ name: String, _ format: OutputFormat) -> URL {
    url.appendingPathComponent("\(name).\(format.fileExtension)")
  }

  /// Writes one file that appears whole, after it is on disk.
  public func write(_ data: Data, name: String) throws(ConversionFailure) -> URL {
    let target = url.appendingPathComponent(name)
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(data, to: target)
      return target
    } catch {
      throw Self.notWritten(target, error)
    }
  }

  private static func notWritable(_ url: URL) -> ConversionFailure {
    ConversionFailure(
      .noAccess,
      Message(
        en: "\(url.path): cannot write here; choose another --output or change the folder's rights",
        vi: "\(url.path): không ghi được vào đây; hãy chọn --output khác hoặc đổi quyền của thư mục"))
  }

  static func notWritten(_ url: URL, _ error: any Error) -> ConversionFailure {
    let step = WritingTrouble(error).advice
    return ConversionFailure(
      .noAccess,
      Message(
        en: "\(url.path): not written (\(error)); \(step.en), then run again",
        vi: "\(url.path): chưa ghi được (\(error)); \(step.vi) rồi chạy lại"))
  }
}
