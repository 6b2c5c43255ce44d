import Foundation
import SoHoaImaging
import SoHoaRecognition
import SoHoaVietnamese

/// Reads pages whose text is known, for learning and judging: acquire → prepare → recognise.
public struct PageReading {
  private let recogniser: Recogniser

  /// - Parameters:
  ///   - language: a model, or `vie` as for `convert`.
  ///   - isRaw: one reading, with the engine's own confidence.
  /// - Throws: `RecognitionError`, `DictionaryError`.
  public init(language: String, isRaw: Bool) throws {
    let scales = isRaw ? [:] : try ConfidenceScale.all(in: .locate())
    recogniser = try Recogniser(language: language, scales: scales)
  }

  /// The pages of a folder that have their text beside them, in the order of their names.
  ///
  /// - Throws: `AcquisitionError`, or what reading files throws.
  public func pages(in folder: String) throws -> [ReadPage] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let preparer = PagePreparer()
    return try names.compactMap { name in
      let text = folder + "/" + (name as NSString).deletingPathExtension + ".txt"
      guard !name.hasSuffix(".txt"), let printed = try? String(contentsOfFile: text, encoding: .utf8) else {
        return nil
      }
      let file = try InputFile(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      guard case .picture(let raster) = file.page(1).content else { return nil }
      let page = recogniser.run(preparer.run(raster, page: 1))
      return ReadPage(
        lines: page.lines.map { $0.words.map(ObservedToken.init) },
        printed: printed.split(separator: "\n").map { $0.precomposedStringWithCanonicalMapping })
    }
  }
}
