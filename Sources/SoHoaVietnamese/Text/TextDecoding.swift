import Foundation

/// Bytes of a text file as text: UTF-8 or UTF-16, with or without a byte order mark, or an encoding of before
/// Unicode.
public struct TextDecoding: Hashable, Sendable {
  public enum Failure: Error, Hashable {
    /// The bytes hold zeros or many control characters, which no text does.
    case binary(offset: Int)
    /// UTF-16 with an odd number of bytes.
    case brokenUTF16
  }

  /// In NFC where a detector was given.
  public let text: String
  public let encoding: String
  /// Where bytes that are no UTF-8 were replaced by U+FFFD: offsets in bytes, from 0; the first thousand.
  public let replaced: [Int]
  /// Parts that were in encodings of before Unicode.
  public let runs: [TranscodedText.Run]

  /// - Parameter detector: tells encodings of before Unicode; nil: the text stays as it is.
  public init(_ data: Data, detector: EncodingDetector? = nil) throws(Failure) {
    var decoding = ByteDecoding(detector: detector)
    let source = try decoding.add(data) + decoding.finish()
    let decoded = detector?.decode(source)
    text = decoded?.text ?? source
    runs = decoded?.runs ?? []
    encoding = decoding.form.rawValue
    replaced = decoding.replaced
  }
}
