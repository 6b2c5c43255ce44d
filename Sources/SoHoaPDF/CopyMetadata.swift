import Foundation
import SoHoaModel

/// What is said of a copy, to people and to archives.
struct CopyMetadata: Hashable {
  /// Kind, number and trích yếu: what a window is named after.
  var title: String
  /// Trích yếu.
  var subject: String?
  /// Who issued it.
  var issuer: String?
  /// Số, ký hiệu.
  var number: String?
  /// Of issue, ISO 8601.
  var date: String?
  var sourceName: String
  var sourceSHA256: String
  /// Of the source, as its file says: a PDF date; nil where it says nothing sound.
  var created: String?
  /// Signatures that the source has and the copy has not.
  var signatures: [FileSignature]

  /// Values that are not sure are left out. Of several documents the first is named.
  init(_ file: ConvertedFile) {
    let record = file.documents.first?.record
    subject = record?.title?.value.flatMap(Self.clean)
    issuer = (record?.issuer?.name ?? record?.issuingBody?.value).flatMap(Self.clean)
    number = record?.number?.value?.full.flatMap(Self.clean)
    date = record?.issueDate?.value?.edtf.flatMap { Self.isDate($0) ? $0 : nil }
    let head = [record?.kind?.value?.name, number].compactMap(\.self).joined(separator: " ")
    let others = file.documents.count > 1 ? " (+\(file.documents.count - 1))" : ""
    let name = [head, subject ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    title = (name.isEmpty ? Self.clean(file.source.name) ?? "PDF" : name) + others
    sourceName = Self.clean(file.source.name) ?? ""
    sourceSHA256 = file.source.sha256
    signatures = file.source.signatures
  }

  static let producer = "SoHoa \(Software.version)"

  /// What the copy says of the signatures that it does not carry.
  var signatureNote: String? {
    guard !signatures.isEmpty else { return nil }
    let signers = signatures.map { [$0.signer, $0.time].compactMap(\.self).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "; ")
    return "Bản sao để tra cứu, không mang chữ ký số. Bản gốc có chữ ký số"
      + (signers.isEmpty ? "" : " (\(signers))") + ", SHA-256 \(sourceSHA256)."
  }

  /// A calendar date, or a year with its month.
  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}(-\d{2}){0,2}/) != nil
  }

  /// In one line, without what XML cannot hold; nil if nothing is left.
  static func clean(_ text: String) -> String? {
    let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : scalar
    }
    var whole = String.UnicodeScalarView()
    whole.append(contentsOf: scalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF })
    let words = String(whole).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}

extension CopyMetadata {
  /// Puts all of it into a document: its information and its XMP, which say the same.
  ///
  /// Of the source's own information, what we have no word for is kept.
  func write(to document: QPDFDocument, _ conformance: SearchablePDF.Conformance) {
    var metadata = self
    let before = document.trailer?["Info"].flatMap { $0.isDictionary ? $0 : nil }
    let info = before?.copied() ?? document.dictionary()
    metadata.created = info["CreationDate"]?.text.flatMap(PDFDate.init)?.text
    for (key, value) in metadata.information {
      info[key] = value.map(document.text)
    }
    document.trailer?["Info"] = document.indirect(info)
    document.catalogue?["Metadata"] = document.stream(
      Data(XMPPacket(metadata, conformance).text.utf8), "<< /Type /Metadata /Subtype /XML >>")
  }

  private var information: [(String, String?)] {
    [
      ("Title", title), ("Subject", subject), ("Author", issuer), ("Keywords", number),
      ("Creator", Self.producer), ("Producer", Self.producer), ("CreationDate", created), ("ModDate", nil),
    ]
  }
}

/// A date as PDF writes it (`D:20250124072343+07'00'`), to the second and with its zone.
struct PDFDate {
  let text: String
  /// ISO 8601, as XMP wants it.
  let iso8601: String

  /// Nil for what is no date to the second.
  init?(_ text: String) {
    let form = /D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:([+-])(\d{2})'?(\d{2})?'?|Z.*)?/
    guard let match = text.wholeMatch(of: form)?.output, (1...12).contains(Int(match.2)!),
      (1...31).contains(Int(match.3)!), Int(match.4)! < 24, Int(match.5)! < 60, Int(match.6)! < 60
    else { return nil }
    let digits = [match.1, match.2, match.3, match.4, match.5, match.6].joined()
    let hours = match.8 ?? "00"
    let minutes = match.9 ?? "00"
    self.text = "D:\(digits)\(match.7 ?? "+")\(hours)'\(minutes)'"
    iso8601 =
      "\(match.1)-\(match.2)-\(match.3)T\(match.4):\(match.5):\(match.6)\(match.7 ?? "+")\(hours):\(minutes)"
  }
}
