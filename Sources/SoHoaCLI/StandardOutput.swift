import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel

/// Results on standard output: nothing else is ever written there.
enum StandardOutput {
  static func write(
    _ file: ConvertedFile, as format: OutputFormat, _ entry: ArchiveEntry? = nil
  ) throws(ConversionFailure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: format.encode(file, entry))
    } catch {
      throw ConversionFailure.standardOutput(error)
    }
  }
}
