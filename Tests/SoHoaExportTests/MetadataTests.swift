import Foundation
import SoHoaDictionaries
import SoHoaModel
import Testing

@testable import SoHoaExport

/// Archive metadata and edXML headers, read back by Foundation's parser.
@Suite struct MetadataTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func entry(_ filing: Filing = Filing()) throws -> ArchiveEntry {
    let folder = DictionaryFolder(Self.root.appendingPathComponent("dictionaries"))
    return ArchiveEntry(codes: try ArchiveCodes(dictionaries: folder), filing: filing, index: 6)
  }

  private func field<Value>(_ value: Value) -> Field<Value> {
    Field(text: "", observed: "", value: value, confidence: 1, page: 1, box: nil, words: [], rule: "test")
  }

  /// A decision, whole.
  private func file(_ change: (inout Record) -> Void = { _ in }) -> ConvertedFile {
    var file = SampleFile.make()
    var record = Record()
    record.number = field(DocumentNumber(number: "15", symbol: "QĐ-UBND", full: "15/QĐ-UBND"))
    record.issueDate = field(DateValue(edtf: "2025-09-05"))
    record.kind = field(DocumentKind(code: "QĐ", name: "Quyết định"))
    record.title = field("Ban hành quy chế <nội bộ> & \"khác\"")
    record.issuer = IssuingBody(
      name: "Ủy ban nhân dân xã Đại Lãnh", level: nil, province: nil, provinceSince2025: nil)
    record.place = field("Đại Lãnh")
    change(&record)
    file.documents[0].record = record
    return file
  }

  @Test func givesTheFieldsInTheirOrder() throws {
    let filing = Filing(dossier: "H1", agency: "G09.01", maintenance: "01", accessMode: "02")
    let xml = try FlatXML(MetadataWriter(entry(filing)).encode(file()))
    let fields = xml.leaves.filter { !$0.name.hasPrefix("sohoa:") }
    #expect(
      fields.map(\.name) == [
        "docId", "docCode", "fileCode", "maintenance", "typeName", "codeNumber", "codeNotation", "issuedDate",
        "organName", "subject", "language", "numberOfPage", "inforSign", "keyword", "mode", "confidenceLevel",
        "autograph", "format", "process", "riskRecovery", "riskRecoveryStatus", "description",
      ])
    #expect(xml["docCode"] == "G09.01_QĐ_000007_V1")
    #expect(xml["fileCode"] == "H1")
    #expect(xml["typeName"] == "02")
    #expect(xml["issuedDate"] == "05/09/2025")
    #expect(xml["organName"] == "Ủy ban nhân dân xã Đại Lãnh")
    #expect(xml["subject"] == "Ban hành quy chế <nội bộ> & \"khác\"")
    #expect(xml["language"] == "01")
    #expect(xml["numberOfPage"] == "2")
    #expect(xml["mode"] == "02")
    #expect(xml["confidenceLevel"] == "", "pages given as text are no scans")
  }

  @Test func reportsWhatIsRequiredAndMissing() throws {
    var empty = file()
    empty.documents[0].record = Record()
    let xml = try FlatXML(MetadataWriter(entry()).encode(empty))
    let missing = xml.leaves.filter { $0.attributes["sohoa:missing"] == "required" }
    #expect(
      missing.map(\.name) == [
        "docId", "docCode", "maintenance", "typeName", "issuedDate", "organName", "subject", "mode",
        "riskRecovery",
      ])
    #expect(missing.allSatisfy { $0.text.isEmpty })
    let findings = xml.leaves.filter { $0.name == "sohoa:finding" }
    #expect(findings.count == missing.count)
    #expect(
      findings.allSatisfy { $0.attributes["vi"]?.isEmpty == false && $0.attributes["en"]?.isEmpty == false })
  }

  @Test func cutsTextButNeverACode() throws {
    let title = String(repeating: "kế hoạch ", count: 80)
    let long = file {
      $0.title = field(title)
      $0.number = field(
        DocumentNumber(number: "123456789012", symbol: "QĐ-UBND", full: "123456789012/QĐ-UBND"))
    }
    let xml = try FlatXML(MetadataWriter(entry()).encode(long))
    #expect(xml["subject"] == String(title.prefix(500)))
    #expect(xml.attributes("subject")["sohoa:length"] == "720")
    #expect(xml["codeNumber"] == "")
    #expect(xml.attributes("codeNumber")["sohoa:length"] == "12")
    #expect(long.documents[0].record.title?.value == title)
  }

  @Test(arguments: [("Nghị định", "32"), ("Công văn", "22"), ("Tờ trình", "15"), ("Kế hoạch", "10")])
  func codesKinds(_ name: String, code: String) throws {
    let xml = try FlatXML(
      MetadataWriter(entry()).encode(file { $0.kind = field(DocumentKind(code: "", name: name)) }))
    #expect(xml["typeName"] == code)
  }

  @Test func aMarkOfSecrecyIsTheMode() throws {
    let xml = try FlatXML(
      MetadataWriter(entry(Filing(accessMode: "01"))).encode(file { $0.secrecy = field("MẬT") }))
    #expect(xml["mode"] == "03")
  }

  @Test func givesAnEdXMLHeader() throws {
    let letter = file {
      $0.urgency = field("HỎA TỐC")
      $0.addressees = [field("Sở Nội vụ"), field("Sở Tài chính")]
      $0.signers = [
        Signer(
          authority: [field("TM. ỦY BAN NHÂN DÂN")], position: field("CHỦ TỊCH"), name: field("Lê Văn Ất"))
      ]
    }
    let xml = try FlatXML(EdXMLWriter(entry(Filing(agency: "X", issuer: "H24.5"))).encode(letter))
    #expect(xml.root == "edXML")
    #expect(xml.namespace == "http://www.mic.gov.vn/TBT/QCVN_102_2016")
    #expect(xml["OrganId"] == "H24.5")
    #expect(xml["DocumentId"] == "H24.5,2025/09/05,15/QĐ-UBND")
    #expect(xml["PromulgationDate"] == "2025/09/05")
    #expect(xml["Priority"] == "3")
    #expect(xml["Competence"] == "TM. ỦY BAN NHÂN DÂN")
    #expect(xml["FullName"] == "Lê Văn Ất")
    #expect(
      xml.leaves.filter { $0.name == "OrganName" }.map(\.text).dropFirst() == ["Sở Nội vụ", "Sở Tài chính"])
  }

  @Test func anIssuerIsNeverGuessedFromWhoFiles() throws {
    let xml = try FlatXML(EdXMLWriter(entry(Filing(agency: "G09"))).encode(file()))
    #expect(xml["OrganId"] == "")
    #expect(xml["DocumentId"] == nil)
    #expect(xml["Priority"] == nil)
  }

  @Test func severalDocumentsGiveSeveralMessages() throws {
    var two = file()
    two.documents.append(two.documents[0])
    #expect(try FlatXML(EdXMLWriter(entry()).encode(two)).leaves.filter { $0.name == "Subject" }.count == 2)
    #expect(
      try FlatXML(MetadataWriter(entry()).encode(two)).leaves.filter { $0.name == "subject" }.count == 2)
  }

  @Test func hostileTextStaysWellFormed() throws {
    let hostile = "a\u{0}\u{1}\u{FFFF}\u{FFFE}]]><!--&#0;\r\n\u{1F600}"
    for data in [
      try MetadataWriter(entry()).encode(file { $0.title = field(hostile) }),
      try EdXMLWriter(entry()).encode(file { $0.title = field(hostile) }),
    ] {
      let xml = try FlatXML(data)
      #expect((xml["subject"] ?? xml["Subject"])?.contains("]]><!--&#0;") == true)
    }
  }

  @Test func everyCodeHasItsSource() throws {
    let folder = DictionaryFolder(Self.root.appendingPathComponent("dictionaries"))
    for name in ["archive_codes.tsv", "archive_fields.tsv"] {
      #expect(try folder.table(name).records.allSatisfy { !$0["source"]!.isEmpty })
    }
    let kinds = try folder.table("archive_codes.tsv").records.filter { $0["field"] == "typeName" }
    #expect(kinds.compactMap { Int($0["code"]!) } == Array(1...32))
  }

  @Test func takesAFewMilliseconds() throws {
    let entry = try entry()
    let file = file()
    let time = ContinuousClock().measure {
      for _ in 0..<100 { _ = MetadataWriter(entry).encode(file) + EdXMLWriter(entry).encode(file) }
    }
    #expect(time < .seconds(5), "a file's two take less than 50 ms, also on a busy machine")
  }
}
