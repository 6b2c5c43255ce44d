import SoHoaModel

/// When a person should look at a record before it is filed.
public struct ReviewPolicy: Sendable {
  /// Values below this are looked at.
  static let leastConfidence = 0.8

  public init() {}

  func needsReview(_ record: Record, findings: [Finding]) -> Bool {
    findings.contains { $0.severity > .info } || !doubts(record).isEmpty
  }

  /// The fields of which a value is missing or not sure.
  public func doubts(_ record: Record) -> [Message] {
    let fields: [(Bool, String, String)] = [
      (isDoubtful(record.kind), "kind", "tên loại"),
      (isDoubtful(record.number) || record.number?.value?.full == nil, "number and symbol", "số, ký hiệu"),
      (isDoubtful(record.issuingBody), "issuing body", "cơ quan ban hành"),
      (isDoubtful(record.issueDate) || record.issueDate?.value?.edtf == nil, "date", "ngày ban hành"),
      (isDoubtful(record.title), "title", "trích yếu"),
      (record.signers.isEmpty || record.signers.contains { isDoubtful($0.name) }, "signer", "người ký"),
    ]
    return fields.filter(\.0).map { Message(en: $0.1, vi: $0.2) }
  }

  private func isDoubtful<Value>(_ field: Field<Value>?) -> Bool {
    guard let field, field.value != nil else { return true }
    return field.confidence < Self.leastConfidence
  }
}
