import CQPDF
import Foundation

/// A copy of a PDF in which what is laid over its pages is part of them.
///
/// Signing programs put number, day and seal on a page as appearances of form fields: on paper they are there, in
/// Poppler's text of the page they are not.
enum PDFFlattening {
  /// - Returns: nil where QPDF cannot make the copy; the page is then read without what lies over it.
  static func copy(of bytes: FileBytes, limits: Limits) -> FileBytes? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sohoa-flat-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appendingPathComponent("source"), folder.appendingPathComponent("copy"))
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try Data(bytes.buffer).write(to: source)
      guard run(source.path, target.path) else { return nil }
      return try FileBytes(Data(contentsOf: target), name: bytes.name, limits: limits)
    } catch { return nil }
  }

  /// Streams are copied as they are, so that nothing grows.
  private static func run(_ source: String, _ target: String) -> Bool {
    let arguments = [
      "qpdf", "--no-warn", "--decrypt", "--flatten-annotations=all", "--stream-data=preserve", source, target,
    ]
    let strings = arguments.map { strdup($0) }
    defer { for string in strings { free(string) } }
    let pointers = strings.map { UnsafePointer<CChar>($0) } + [nil]
    let status = qpdfjob_run_from_argv(pointers)
    return status == Int32(qpdf_exit_success.rawValue) || status == Int32(qpdf_exit_warning.rawValue)
  }
}
