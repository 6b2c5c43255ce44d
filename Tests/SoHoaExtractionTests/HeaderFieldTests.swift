import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct HeaderFieldTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  @Test(
    "reads the number line",
    arguments: [
      ("Số: 12/KH-SNV", "12/KH-SNV"), ("Số:12/KH-SNV", "12/KH-SNV"), ("Số: 12 /KH-SNV", "12/KH-SNV"),
      ("Số: 12 / KH-SNV", "12/KH-SNV"), ("S6: 12/KH-SNV", "12/KH-SNV"), ("Số12/KH-SNV", "12/KH-SNV"),
      ("Số: 167 IKH-SNV", "167/KH-SNV"), ("Số: 12a/KH-SNV", "12a/KH-SNV"),
    ])
  func number(_ line: String, _ full: String) {
    #expect(reading.plan(number: line).record.number?.value?.full == full)
  }

  @Test("a blank number stays blank", arguments: ["Số:      /KH-SNV", "Số: …/KH-SNV", "Số: ....../KH-SNV"])
  func blankNumber(_ line: String) {
    let extraction = reading.plan(number: line)
    #expect(extraction.record.number?.value?.number == nil)
    #expect(extraction.record.number?.value?.symbol == "KH-SNV")
    #expect(extraction.findings.contains { $0.code == "number.blank" })
  }

  @Test(
    "a digit never becomes another digit; what is supposed is an alternative",
    arguments: [
      ("Số: 1O/KH-SNV", "10/KH-SNV"), ("Số: l2/KH-SNV", "12/KH-SNV"),
    ])
  func damagedNumber(_ line: String, _ proposal: String) {
    let extraction = reading.plan(number: line)
    #expect(extraction.record.number?.value?.number == nil)
    #expect(extraction.record.number?.alternatives.first?.full == proposal)
    #expect(extraction.findings.contains { $0.code == "number.unreadable" })
  }

  @Test("puts the stroke of Đ back where kind and issuer leave no doubt")
  func crossedD() {
    let text = """
      ỦY BAN NHÂN DÂN
      TỈNH HOA GIANG
      Số: 15/QD-UBND

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Hoa Giang, ngày 05 tháng 3 năm 2026

      QUYẾT ĐỊNH
      Về việc trồng hoa
      """
    let record = reading.read(text).record
    #expect(record.number?.value?.full == "15/QĐ-UBND")
    #expect(record.number?.text.contains("QD") == true)
    #expect(record.issuingBody?.value == "ỦY BAN NHÂN DÂN TỈNH HOA GIANG")
    #expect(record.superiorBody == nil)
    #expect(record.family?.value == .state)
  }

  @Test(
    "reads place and date of issue",
    arguments: [
      ("Hoa Giang, ngày 05 tháng 3 năm 2026", "Hoa Giang", "2026-03-05"),
      ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026", "Thành phố Hồ Chí Minh", "2026-06-29"),
      ("Bà Rịa - Vũng Tàu, ngày 10 tháng 12 năm 2024", "Bà Rịa - Vũng Tàu", "2024-12-10"),
      ("Hoa Giang ngày 05 tháng 3 năm 2026", "Hoa Giang", "2026-03-05"),
      ("Hoa Ngãi, ngày 05 tháng 3 năm 2026", "Hoa Ngãi", "2026-03-05"),
    ])
  func placeAndDate(_ line: String, _ place: String, _ date: String) {
    let record = reading.plan(date: line).record
    #expect(record.place?.value == place)
    #expect(record.issueDate?.value?.edtf == date)
    #expect(record.dates.first?.role == .issue)
  }

  @Test(
    "a doubtful date stays null and is reported",
    arguments: [
      ("Hoa Giang, ngày     tháng 3 năm 2026", "date.blank"),
      ("Hoa Giang, ngày … tháng 3 năm 2026", "date.blank"),
      ("Hoa Giang, ngày 31 tháng 2 năm 2026", "date.impossible"),
      ("Hoa Giang, ngày l5 tháng 3 năm 2026", "date.unreadable"),
      ("Hoa Giang, ngày0P tháng 3 năm 2026", "date.unreadable"),
    ])
  func doubtfulDate(_ line: String, _ code: String) {
    let extraction = reading.plan(date: line)
    #expect(extraction.record.issueDate != nil)
    #expect(extraction.record.issueDate?.value == nil)
    #expect(extraction.findings.contains { $0.code == code })
  }

  @Test("on a scan a single digit may have lost its neighbour")
  func cutDigit() {
    let page = scannedPage(
      """
      SỞ NỘI VỤ                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                     Độc lập - Tự do - Hạnh phúc
      Số: 7/KH-SNV              Hoa Giang, ngày 2 tháng 9 năm 2026
                              KẾ HOẠCH
                     Chăm sóc vườn hoa của tỉnh
      """)
    let record = reading.read([page]).record
    #expect(record.number?.value?.number == nil)
    #expect(record.number?.value?.symbol == "KH-SNV")
    #expect(record.issueDate?.value == nil)
    #expect(record.issueDate?.alternatives.first?.edtf == "2026-09-02")
  }

  @Test(
    "tells the kinds and the families",
    arguments: [
      ("Số: 12/KH-SNV", "KẾ HOẠCH", "KH", DocumentFamily.state),
      ("Số: 12/TTr-SNV", "TỜ TRÌNH", "TTr", .state),
      ("Số: 12/2026/QĐ-UBND", "QUYẾT ĐỊNH", "QĐ", .normative),
      ("Số: 12/2026/NĐ-CP", "NGHỊ ĐỊNH", "NĐ", .normative),
      ("Số: 12/TB-SNV", "THÔNG BÁO", "TB", .state),
    ])
  func kinds(_ number: String, _ title: String, _ code: String, _ family: DocumentFamily) {
    let text = """
      SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      \(number) Hoa Giang, ngày 05 tháng 3 năm 2026
      \(title)
      Về việc trồng hoa
      """
    let record = reading.read(text).record
    #expect(record.kind?.value?.code == code)
    #expect(record.family?.value == family)
    #expect(record.title?.value == "Về việc trồng hoa")
  }

  @Test("a dispatch has a subject and addressees")
  func dispatch() {
    let text = """
      SỞ NỘI VỤ
      Số: 12/SNV-VP
      V/v trồng hoa
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Hoa Giang, ngày 05 tháng 3 năm 2026

      Kính gửi:
      - Sở Tài chính;
      - Ủy ban nhân dân các xã,
      phường.

      Thực hiện chỉ đạo của tỉnh, Sở Nội vụ có ý kiến như sau.
      """
    let record = reading.read(text).record
    #expect(record.kind?.value?.code == "CV")
    #expect(record.title?.value == "trồng hoa")
    #expect(record.addressees.map(\.value) == ["Sở Tài chính", "Ủy ban nhân dân các xã, phường"])
  }

  @Test("reports secrecy and what is missing")
  func findings() {
    let secret = reading.read(
      "MẬT\nSỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-SNV\nKẾ HOẠCH\nTrồng hoa")
    #expect(secret.record.secrecy?.value == "MẬT")
    #expect(secret.findings.contains { $0.code == "secrecy.present" && $0.severity == .error })
    #expect(secret.findings.contains { $0.code == "signer.missing" })
    #expect(reading.read("Một trang không có gì.").findings.contains { $0.code == "title.missing" })
  }
}
