import Foundation
import SoHoaExport
import SoHoaFiles
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
    try Self.check(target, input)
    guard InputBytes(input).sha256 == file.source.sha256 else { throw Self.hasChanged(input) }
    do {
      return try AtomicFile.write(to: target) { temporary in
        try pdf.write(file, from: source(of: input, file.source), to: temporary)
      }
    } catch let failure as ConversionFailure {
      throw failure
    } catch let failure as PDFFailure {
      throw ConversionFailure(.invalidOutput, failure.message)
    } catch {
      throw OutputFolder.notWritten(target, error)
    }
  }

  /// - Throws: `ConversionFailure` if something stands there that must stay.
  package static func check(_ target: URL, _ input: Input) throws(ConversionFailure) {
    guard mayBeReplaced(target, input) else { throw isNotOurs(target) }
  }

  private func source(of input: Input, _ source: SourceFile) throws -> SearchablePDF.Source {
    switch (source.mediaType, input.place) {
    case (MediaType.text.rawValue, _): throw Self.hasNoPages(input)
    case (MediaType.pdf.rawValue, .file(let url)): return .file(url)
    case (MediaType.pdf.rawValue, .standardInput): return .data(InputBytes.standardInput)
    case (_, .file(let url)):
      return try pictures(Data(contentsOf: url, options: .alwaysMapped), name: input.fileName)
    case (_, .standardInput): return try pictures(InputBytes.standardInput, name: input.fileName)
    }
  }

  private func pictures(_ bytes: Data, name: String) throws -> SearchablePDF.Source {
    .pictures(
      PictureSource(bytes: bytes) { page in
        try? InputFile(data: bytes, name: name).losslessPicture(page)
      })
  }

  /// Nothing, or a copy that we made of something else: never an input, never what others wrote.
  private static func mayBeReplaced(_ target: URL, _ input: Input) -> Bool {
    guard let there = try? Data(contentsOf: target, options: .alwaysMapped) else { return true }
    if case .file(let url) = input.place, url.resolvingSymlinksInPath() == target.resolvingSymlinksInPath() {
      return false
    }
    return there.range(of: Data(SearchablePDF.mark.utf8)) != nil
  }

  private static func isNotOurs(_ target: URL) -> ConversionFailure {
    ConversionFailure(
      .noAccess,
      Message(
        en:
          "\(target.path): a PDF that SoHoa did not write stands here, and is left as it is; choose another --output",
        vi:
          "\(target.path): ở đây đã có một tệp PDF không do SoHoa tạo, tệp được giữ nguyên; hãy chọn --output khác"
      ))
  }

  private static func hasNoPages(_ input: Input) -> ConversionFailure {
    ConversionFailure(
      .invalidOutput,
      Message(
        en:
          "\(input.name): text has no pages to show, so no searchable PDF was made; leave pdf out of --format",
        vi:
          "\(input.name): tệp văn bản không có trang ảnh nên không tạo PDF tra cứu; hãy bỏ pdf khỏi --format")
    )
  }

  private static func hasChanged(_ input: Input) -> ConversionFailure {
    ConversionFailure(
      .badInput,
      Message(
        en: "\(input.name): the file has changed since it was read; run again once nobody writes to it",
        vi: "\(input.name): tệp đã thay đổi sau khi đọc; hãy chạy lại khi không còn ai ghi vào tệp"))
  }
}
