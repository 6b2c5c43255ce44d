import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaRecognition

/// Blanks of scanned headers as the network sees them, for learning: acquire → prepare → recognise → look.
public struct HandSampling {
  /// The blanks of one page.
  public struct Sheet: Encodable {
    public var file: String
    public var strips: [HandSample]
  }

  private let recogniser: Recogniser
  private let hands: HandReader
  private let preparer = PagePreparer()

  /// - Parameter language: a model, or `vie` as for `convert`.
  /// - Throws: `RecognitionError`, `DictionaryError`.
  public init(language: String, dictionaries: DictionaryFolder) throws {
    recogniser = try Recogniser(language: language, scales: ConfidenceScale.all(in: dictionaries))
    hands = try HandReader(dictionaries)
  }

  /// - Returns: of the first page; nil where that is text, or not to be read.
  /// - Throws: `AcquisitionError`.
  public func sheet(_ file: URL) throws -> Sheet? {
    guard case .picture(let raster) = try InputFile(contentsOf: file).page(1).content else { return nil }
    let prepared = preparer.run(raster, page: 1)
    let page = ColumnSplitter().run(recogniser.run(prepared))
    return Sheet(file: file.lastPathComponent, strips: hands.samples(page, from: prepared, raster))
  }
}
