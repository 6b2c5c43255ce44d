import Foundation
import SoHoaExport
import SoHoaFiles
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
  /// The searchable copy comes first, so that the others tell what is to be known of it; where there can be none,
  /// the others are written all the same.
  ///
  /// - Parameter entry: for the formats of archive metadata.
  /// - Returns: the result with what the writing found.
  public func write(
    _ file: ConvertedFile, of input: Input, name: String, formats: [OutputFormat],
    copy: SearchableCopy = SearchableCopy(), entry: ArchiveEntry? = nil
  ) throws(ConversionFailure) -> ConvertedFile {
    var file = file
    var failure: ConversionFailure?
    if formats.contains(.pdf) {
      do throws(ConversionFailure) {
        try fill(target(name, .pdf)) { (target) throws(ConversionFailure) in
          file.findings += try copy.write(file, of: input, to: target)
        }
      } catch {
        failure = error
      }
    }
    for format in formats where format != .pdf {
      try fill(target(name, format)) { (target) throws(ConversionFailure) in
        do { try AtomicFile.write(format.encode(file, entry), to: target) } catch {
          throw Self.notWritten(target, error)
        }
      }
    }
    if let failure { throw failure }
    return file
  }

  /// Has a file written in its folder, unless one is there that stays.
  func fill(
    _ target: URL, _ write: (URL) throws(ConversionFailure) -> Void
  ) throws(ConversionFailure) {
    guard try existing.allows(target) else { return }
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw Self.notWritten(target, error)
    }
    try write(target)
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
