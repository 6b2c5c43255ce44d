import SoHoaModel

/// Why one input gave no result.
public struct ConversionFailure: Explained, Hashable, Sendable {
  /// What went wrong, as far as a script has to tell it apart.
  public enum Kind: String, Hashable, Codable, Sendable {
    case badInput, missingComponent, invalidOutput, noAccess, nothingToDo, encrypted, classified, other
  }

  public var kind: Kind
  /// What, where and what to do next.
  public var message: Message
  /// Of a classified file: what may be written instead of its result.
  public var notice: ConvertedFile?

  public init(_ kind: Kind, _ message: Message) {
    self.kind = kind
    self.message = message
  }

  /// The task was cancelled while pages were read.
  static let interrupted = ConversionFailure(.other, Message(en: "interrupted", vi: "đã bị ngắt"))

  /// Nobody reads standard output any more.
  public static func readerHasGone(_ error: any Error) -> ConversionFailure {
    ConversionFailure(
      .invalidOutput,
      Message(
        en: "standard output: \(error); the reader at the other end has gone",
        vi: "đầu ra chuẩn: \(error); chương trình nhận ở đầu kia đã dừng"))
  }
}
