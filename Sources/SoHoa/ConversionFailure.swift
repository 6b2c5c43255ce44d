import SoHoaModel

/// Why one input gave no result.
public struct ConversionFailure: Explained, Hashable, Sendable {
  /// What went wrong, as far as a script has to tell it apart.
  public enum Kind: String, Hashable, Codable, Sendable {
    case badInput, missingComponent, invalidOutput, noAccess, nothingToDo, encrypted, classified, outputExists
    /// The worker process that had the input ended by itself, also when it had nothing else to do.
    case crashed
    /// It took too much time, memory or processor time, also when it had nothing else to do.
    case outOfLimits
    case other
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

  /// Standard output takes no more.
  public static func standardOutput(_ error: any Error) -> ConversionFailure {
    let trouble = WritingTrouble(error)
    let isGone = trouble == .other
    return ConversionFailure(
      .invalidOutput,
      Message(
        en: "standard output: "
          + (isGone ? "\(error); the reader at the other end has gone" : "not written; \(trouble.advice.en)"),
        vi: "đầu ra chuẩn: "
          + (isGone ? "\(error); chương trình nhận ở đầu kia đã dừng" : "chưa ghi được; \(trouble.advice.vi)")
      ))
  }
}
