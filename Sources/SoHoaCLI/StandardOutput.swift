import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel

#if canImport(Glibc)
  import Glibc
#endif

/// Results on standard output: nothing else is ever written there.
enum StandardOutput {
  /// A reader that has gone (`| head -1`) ends a program that only writes there, without a word, as is the custom;
  /// a run that writes files goes on to its end.
  static func setReaderGone(endsRun: Bool) {
    signal(SIGPIPE, endsRun ? SIG_DFL : SIG_IGN)
  }

  static func write(_ data: Data) throws(ConversionFailure) {
    setReaderGone(endsRun: true)
    try attempt { try FileHandle.standardOutput.write(contentsOf: data) }
  }

  static func write(
    _ file: ConvertedFile, as format: OutputFormat, _ entry: ArchiveEntry? = nil
  ) throws(ConversionFailure) {
    try attempt { try FileHandle.standardOutput.write(contentsOf: format.encode(file, entry)) }
  }

  /// A searchable copy, once it is whole.
  static func write(
    _ file: ConvertedFile, of input: Input, copy: SearchableCopy
  ) throws(ConversionFailure) {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("sohoa-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: scratch) }
    _ = try copy.write(file, of: input, to: scratch)
    try attempt {
      let handle = try FileHandle(forReadingFrom: scratch)
      // Gone from the folder, should the reader go.
      try FileManager.default.removeItem(at: scratch)
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        try FileHandle.standardOutput.write(contentsOf: piece)
      }
    }
  }

  private static func attempt(_ write: () throws -> Void) throws(ConversionFailure) {
    do { try write() } catch {
      throw ConversionFailure.standardOutput(error)
    }
  }
}
