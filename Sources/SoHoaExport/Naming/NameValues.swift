import SoHoaModel

/// What the fields of a name say for one input.
struct NameValues: Sendable {
  let name: String
  let sequence: Int
  let filing: Filing
  /// Of the file's first document; nil before it is read.
  let record: Record?

  /// Nil where neither the office nor the document says.
  subscript(field: NameField) -> String? {
    switch field {
    case .name: name
    case .seq: "\(sequence)"
    case .dossier: filing.dossier
    case .agency: filing.agency
    case .version: "\(filing.version)"
    case .number: record?.number?.value?.number
    case .symbol: record?.number?.value?.symbol
    case .code: record?.number?.value?.full
    case .date: record?.issueDate?.value?.edtf.flatMap { $0.count == 10 ? $0 : nil }
    case .kind: record?.kind?.value?.code
    case .kindname: record?.kind?.value?.name
    case .issuer: record?.issuer?.name ?? record?.issuingBody?.value
    case .title: record?.title?.value
    }
  }
}
