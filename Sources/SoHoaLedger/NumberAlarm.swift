import SoHoaModel

/// A number that does not go with those of other documents of the folder.
public struct NumberAlarm: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Two different files claim to be the same document.
    case duplicate
    /// It is not where its day puts it in the order of its issuer's numbers: number or day was misread, by a person or
    /// by us.
    case sequence
  }

  public var kind: Kind
  /// Number, symbol and issuer.
  public var shown: String
  /// Input path of the other document, or of one that it contradicts.
  public var other: String

  init(_ kind: Kind, shown: String, other: String) {
    self.kind = kind
    self.shown = shown
    self.other = other
  }

  /// For the report of the run.
  public var finding: Finding {
    Finding(
      .warning, kind == .duplicate ? "document.duplicate" : "document.sequence",
      Message(en: "\(shown): \(message.en)", vi: "\(shown): \(message.vi)"))
  }

  /// Without a word of the documents.
  public var message: Message {
    switch kind {
    case .duplicate:
      Message(
        en: "\(other) has the same number, symbol and issuer but another content; keep one, or correct one",
        vi:
          "\(other) có cùng số, ký hiệu và cơ quan ban hành nhưng nội dung khác; hãy giữ một bản hoặc sửa lại"
      )
    case .sequence:
      Message(
        en: "number and date are out of the issuer's sequence, see \(other); compare both with the paper",
        vi: "số và ngày không đúng thứ tự của cơ quan ban hành, xem \(other); hãy đối chiếu với bản giấy")
    }
  }
}
