import SoHoaModel

/// What one document says for the fields of EAD_doc. Nil where neither the document nor the office says it.
struct MetadataValues {
  let file: ConvertedFile
  let document: ConvertedDocument
  let entry: ArchiveEntry

  private var record: Record { document.record }
  private var filing: Filing { entry.filing }

  subscript(field: String) -> String? {
    switch field {
    case "docCode": documentCode
    case "fileCode": filing.dossier
    case "maintenance": filing.maintenance
    case "typeName": kindCode
    case "codeNumber": record.number?.value?.number
    case "codeNotation": record.number?.value?.symbol
    case "issuedDate": IssueDay(record)?.dayFirst
    case "organName": record.issuer?.name ?? record.issuingBody?.value
    case "subject": record.title?.value
    case "language": isVietnamese ? entry.codes.code("language", "Tiếng Việt") : nil
    case "numberOfPage": document.structure.pages.isEmpty ? nil : "\(document.structure.pages.count)"
    case "mode": record.secrecy == nil ? filing.accessMode : entry.codes.code("mode", "Mật")
    case "confidenceLevel": isScan ? entry.codes.code("confidenceLevel", "Số hóa") : nil
    default: nil
    }
  }

  /// `G09.01_CV_000021_V1`; several documents of one file have no number of their own.
  private var documentCode: String? {
    guard let agency = filing.agency, let kind = record.kind?.value?.code, !kind.isEmpty,
      file.documents.count == 1
    else { return nil }
    let digits = "\(entry.sequence)"
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(agency)_\(kind)_\(zeros)\(digits)_V\(filing.version)"
  }

  private var kindCode: String? {
    record.kind?.value.flatMap {
      entry.codes.code("typeName", $0.name) ?? entry.codes.code("typeName", "Khác")
    }
  }

  private var isVietnamese: Bool {
    !file.pages.isEmpty && !file.allFindings.contains { $0.code == "text.notVietnamese" }
  }

  private var isScan: Bool {
    let pages = file.pages.filter { document.structure.pages.contains($0.number) }
    return !pages.isEmpty && pages.allSatisfy { $0.origin == .recognised }
  }
}
