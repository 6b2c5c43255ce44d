import SoHoaModel

/// When a person should look at a record before it is filed.
struct ReviewPolicy: Sendable {
  /// Values below this are looked at.
  static let leastConfidence = 0.8

  func needsReview(_ record: Record, findings: [Finding]) -> Bool {
    findings.contains { $0.severity > .info } || isDoubtful(record.kind) || isDoubtful(record.number)
      || record.number?.value?.full == nil || isDoubtful(record.issuingBody)
      || isDoubtful(record.issueDate) || record.issueDate?.value?.edtf == nil || isDoubtful(record.title)
      || record.signers.isEmpty || record.signers.contains { isDoubtful($0.name) }
  }

  private func isDoubtful<Value>(_ field: Field<Value>?) -> Bool {
    guard let field, field.value != nil else { return true }
    return field.confidence < Self.leastConfidence
  }
}
