import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel

/// Results on standard output: nothing else is ever written there.
enum StandardOutput {
  static func write(_ file: ConvertedFile, as format: OutputFormat) throws(ConversionFailure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: format.encode(file))
    } catch {
      throw ConversionFailure(
        .invalidOutput,
        Message(
          en: "standard output: \(error); the reader at the other end has gone",
          vi: "đầu ra chuẩn: \(error); chương trình nhận ở đầu kia đã dừng"))
    }
  }
}
