import Foundation
import SoHoaExport
import SoHoaModel

/// Where results are written: whole or not at all, under a name that no other input of the run has.
public struct OutputFolder: Sendable {
  public let url: URL

  /// Makes the folder if it is missing.
  public init(_ url: URL) throws(ConversionFailure) {
    self.url = url
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw Self.notWritable(url)
    }
    guard FileManager.default.isWritableFile(atPath: url.path) else { throw Self.notWritable(url) }
  }

  /// A name for each input, without extension: the input's own without its extension, or with it where
  /// two inputs of one folder would get the same (`a.pdf`, `a.png`).
  public static func names(for inputs: [Input]) -> [String] {
    let short = inputs.map { path($0, ($0.fileName as NSString).deletingPathExtension) }
    var uses: [String: Int] = [:]
    for name in short { uses[name.lowercased(), default: 0] += 1 }
    var taken: Set<String> = []
    return zip(inputs, short).map { input, name in
      let wanted = uses[name.lowercased()]! > 1 ? path(input, input.fileName) : name
      return firstFree(wanted, &taken)
    }
  }

  /// Writes one result in each format; each file appears whole, after it is on disk.
  ///
  /// The searchable copy comes first, so that the others tell what is to be known of it; where there can be none,
  /// the others are written all the same.
  ///
  /// - Returns: the result with what the writing found.
  public func write(
    _ file: ConvertedFile, of input: Input, name: String, formats: [OutputFormat],
    copy: SearchableCopy = SearchableCopy()
  ) throws(ConversionFailure) -> ConvertedFile {
    var file = file
    var failure: ConversionFailure?
    if formats.contains(.pdf) {
      do throws(ConversionFailure) {
        file.findings += try copy.write(file, of: input, to: target(name, .pdf))
      } catch {
        failure = error
      }
    }
    for format in formats where format != .pdf { try write(file, to: target(name, format), format) }
    if let failure { throw failure }
    return file
  }

  private func target(_ name: String, _ format: OutputFormat) throws(ConversionFailure) -> URL {
    let target = url.appendingPathComponent("\(name).\(format.fileExtension)")
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      return target
    } catch {
      throw Self.notWritten(target, error)
    }
  }

  private func write(
    _ file: ConvertedFile, to target: URL, _ format: OutputFormat
  ) throws(ConversionFailure) {
    do {
      try AtomicFile.write(format.encode(file), to: target)
    } catch {
      throw Self.notWritten(target, error)
    }
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

  private static func path(_ input: Input, _ name: String) -> String {
    input.folder.isEmpty ? name : "\(input.folder)/\(name)"
  }

  private static func firstFree(_ wanted: String, _ taken: inout Set<String>) -> String {
    var name = wanted
    var count = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted)-\(count)"
      count += 1
    }
    return name
  }

  private static func notWritable(_ url: URL) -> ConversionFailure {
    ConversionFailure(
      .noAccess,
      Message(
        en: "\(url.path): cannot write here; choose another --output or change the folder's rights",
        vi: "\(url.path): không ghi được vào đây; hãy chọn --output khác hoặc đổi quyền của thư mục"))
  }

  static func notWritten(_ url: URL, _ error: any Error) -> ConversionFailure {
    ConversionFailure(
      .noAccess,
      Message(
        en: "\(url.path): not written (\(error)); free space or change the folder's rights, then run again",
        vi: "\(url.path): chưa ghi được (\(error)); hãy giải phóng chỗ trống hoặc đổi quyền rồi chạy lại"))
  }
}
