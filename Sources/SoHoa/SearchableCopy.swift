import Foundation
import SoHoaImaging
import SoHoaModel
import SoHoaPDF

/// Makes the searchable PDF of an input, after it was read: whole or not at all.
public struct SearchableCopy: Sendable {
  private let pdf: SearchablePDF

  public init(_ conformance: SearchablePDF.Conformance = .a2b) { pdf = SearchablePDF(conformance) }

  /// - Parameters:
  ///   - file: what the input became.
  ///   - target: its folder must exist.
  /// - Returns: what is to be known of the copy.
  /// - Throws: `ConversionFailure` if the input has changed since it was read, has no pages to show or cannot be
  ///   followed, or the copy cannot be written.
  public func write(
    _ file: ConvertedFile, of input: Input, to target: URL
  ) throws(ConversionFailure) -> [Finding] {
    guard try InputBytes(input).sha256 == file.source.sha256 else { throw Self.hasChanged(input) }
    do {
      return try AtomicFile.write(to: target) { temporary in
        try pdf.write(file, from: source(of: input), to: temporary)
      }
    } catch let failure as PDFFailure {
      throw ConversionFailure(.invalidOutput, failure.message)
    } catch {
      throw OutputFolder.notWritten(target, error)
    }
  }

  private func source(of input: Input) -> SearchablePDF.Source {
    switch input.place {
    case .file(let url): .file(url)
    case .standardInput: .data(InputBytes.standardInput)
    }
  }

  private static func hasChanged(_ input: Input) -> ConversionFailure {
    ConversionFailure(
      .badInput,
      Message(
        en: "\(input.name): the file has changed since it was read; run again once nobody writes to it",
        vi: "\(input.name): tệp đã thay đổi sau khi đọc; hãy chạy lại khi không còn ai ghi vào tệp"))
  }
}
