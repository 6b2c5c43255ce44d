import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct NameTemplateTests {
  private static let filing = Filing(dossier: "H49.61.8.2017.01", agency: "G09.01", version: 2)

  private func record(number: String? = "5", symbol: String? = "QĐ-UBND", date: String? = "2025-01-02")
    -> Record
  {
    var record = Record()
    let full = number.flatMap { number in symbol.map { "\(number)/\($0)" } }
    record.number = field(DocumentNumber(number: number, symbol: symbol, full: full))
    record.issueDate = field(DateValue(edtf: date))
    record.kind = field(DocumentKind(code: "QĐ", name: "Quyết định"))
    record.title = field("Về việc \"ban hành\" quy chế: a/b")
    record.issuingBody = field("ỦY BAN NHÂN DÂN XÃ ĐẠI LÃNH")
    return record
  }

  private func field<Value>(_ value: Value) -> Field<Value> {
    Field(text: "", observed: "", value: value, confidence: 1, page: 1, box: nil, words: [], rule: "test")
  }

  private func path(_ template: String, _ record: Record?, ascii: Bool = false) throws -> String {
    try NameTemplate(template).path(
      name: "quét 1", sequence: 21, filing: Self.filing, record: record, safe: SafeName(isASCII: ascii))
  }

  @Test(arguments: [
    ("tt02", "H49.61.8.2017.01.021"),
    ("7197", "G09.01_QĐ_000021_V2_20250102"),
    ("{code}", "5-QĐ-UBND"),
    ("{number:3}_{symbol}", "005_QĐ-UBND"),
    ("{date}", "2025-01-02"),
    ("{date:DD-MM-YYYY} {kindname}", "02-01-2025 Quyết định"),
    ("{date:YYYY}/{kind}/{name}", "2025/QĐ/quét 1"),
    ("{title}", "Về việc _ban hành_ quy chế_ a-b"),
    ("{issuer} {seq}", "ỦY BAN NHÂN DÂN XÃ ĐẠI LÃNH 21"),
    ("../{kind}/../..", "_/QĐ/_/_"),
  ])
  func fillsFields(_ template: String, name: String) throws {
    #expect(try path(template, record()) == name)
  }

  @Test func foldsToASCII() throws {
    #expect(try path("{code} {kindname}", record(), ascii: true) == "5-QD-UBND-Quyet-dinh")
  }

  @Test(arguments: [
    ("{number}", "khong-ro-so"), ("{code}", "khong-ro-so-ky-hieu"), ("{date:YYYYMMDD}", "khong-ro-ngay"),
    ("{kind}", "khong-ro-loai"), ("{issuer}", "khong-ro-noi-ban-hanh"), ("{title}", "khong-ro-trich-yeu"),
  ])
  func saysWhatIsMissing(_ template: String, name: String) throws {
    #expect(try path(template, Record()) == name)
  }

  @Test func aDateWithoutItsDayIsNoDate() throws {
    #expect(try path("{date}", record(date: "2025-01")) == "khong-ro-ngay")
  }

  @Test(arguments: [
    ("{nummer}", NameTemplateError.unknownField("nummer")), ("{", .openBrace), ("a}", .openBrace),
    ("{seq:x}", .badForm(field: "seq", "x")), ("{title:3}", .badForm(field: "title", "3")),
    ("{date:MM}", .badForm(field: "date", "MM")), ("", .empty),
  ])
  func refuses(_ template: String, error: NameTemplateError) {
    #expect(throws: error) { try NameTemplate(template) }
  }

  @Test func asksForWhatOnlyTheOfficeKnows() throws {
    #expect(throws: NameTemplateError.missing(field: "dossier", option: "--dossier")) {
      try NameTemplate("tt02").check(Filing())
    }
    #expect(throws: NameTemplateError.missing(field: "agency", option: "--agency")) {
      try NameTemplate("7197").check(Filing())
    }
    try NameTemplate("tt02").check(Self.filing)
  }

  @Test func knowsWhetherTheRecordIsNeeded() throws {
    #expect(try !NameTemplate("tt02").needsRecord)
    #expect(try NameTemplate("7197").needsRecord)
  }
}

@Suite struct SafeNameTests {
  @Test(arguments: [
    ("a/b\\c", "a-b-c"), ("a\nb\tc", "a b c"), ("a\u{0}b\u{7}", "a_b_"), ("CON", "CON_"),
    ("con.txt", "con_.txt"),
    ("Lpt9", "Lpt9_"), ("console", "console"), ("a. ", "a"), ("...", "_"), ("..", "_"), ("", "_"),
    ("  ", "_"),
    (".hidden", "_hidden"), ("-rf", "_rf"), ("a\u{202E}b", "ab"), ("a\u{A0} b", "a b"),
    ("<a>:\"b\"|?*", "_a___b____"),
    ("ho\u{300}a", "hòa"), ("COM¹", "COM¹_"), ("a\u{2028}b", "a b"), ("a:.", "a_"),
  ])
  func makesNamesThatEverySystemTakes(_ text: String, name: String) {
    #expect(SafeName().name(text) == name)
    #expect(SafeName().name(name) == name)
    #expect(SafeName().name(text).unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  @Test(arguments: [("Quyết định số 5", "Quyet-dinh-so-5"), ("Đắk Lắk – đ", "Dak-Lak---d"), ("日本", "__")])
  func foldsToASCII(_ text: String, name: String) {
    #expect(SafeName(isASCII: true).name(text) == name)
  }

  @Test(arguments: ["ờ", "a", "👩‍👩‍👧‍👦", "é\u{323}"])
  func cutsLongNamesAtACharacter(_ character: String) {
    let long = String(repeating: character, count: 300)
    for name in [SafeName().name(long), SafeName().own(long)] {
      #expect(name.utf8.count <= SafeName.limit)
      #expect(name.utf8.count + name.suffix(1).utf8.count > SafeName.limit)
      #expect(long.precomposedStringWithCanonicalMapping.hasPrefix(name) || !name.contains("\u{200D}"))
    }
  }

  @Test func keepsTheInputsOwnName() {
    #expect(SafeName().own("12:30 \"quét\"?") == "12:30 \"quét\"?")
    #expect(SafeName().own("a\nb") == "a_b")
  }
}
