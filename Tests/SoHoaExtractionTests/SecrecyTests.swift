import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct SecrecyTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private static let header = """
    UBND TỈNH HOA GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
    Số: 12/KH-SNV Hoa Giang, ngày 05 tháng 3 năm 2026
    """
  private static let title = "\nKẾ HOẠCH\nTrồng hoa\n"

  @Test(
    "a mark is one before, in and behind the header",
    arguments: [
      ("MẬT", "MẬT"), ("TỐI MẬT", "TỐI MẬT"), ("TUYỆT MẬT", "TUYỆT MẬT"), ("[MẬT]", "MẬT"),
      ("T U Y Ệ T  M Ậ T", "TUYỆT MẬT"), ("Độ mật: Tối mật", "TỐI MẬT"), ("Độ mật: MẬT", "MẬT"),
    ])
  func marks(_ mark: String, _ degree: String) {
    for text in [
      mark + "\n" + Self.header + Self.title, Self.header + "\n" + mark + Self.title,
      Self.header + Self.title + mark + "\n\nCăn cứ Luật Hoa ngày 01 tháng 02 năm 2026;",
    ] {
      let extraction = reading.read(text)
      #expect(extraction.record.secrecy?.value == degree, "\(text)")
      #expect(extraction.findings.contains { $0.code == "secrecy.present" && $0.severity == .error })
      #expect(!extraction.findings.contains { $0.code == "secrecy.doubtful" } || mark.hasPrefix("T U"))
      #expect(extraction.record.number?.value?.full == "12/KH-SNV")
    }
  }

  @Test("a damaged mark is one to check", arguments: ["MAT", "MẶT", "TOI MAT", "TUYET MAT", "TUYỆT MẠT"])
  func damagedMarks(_ mark: String) {
    let extraction = reading.read(mark + "\n" + Self.header + Self.title)
    #expect(extraction.record.secrecy?.value != nil)
    #expect((extraction.record.secrecy?.confidence ?? 1) < 0.8)
    #expect(extraction.findings.contains { $0.code == "secrecy.doubtful" })
  }

  @Test(
    "the word in a text is no mark",
    arguments: [
      "Tài liệu mật phải được giữ kín.", "- MẬT", "BẢO MẬT THÔNG TIN", "MẬT ONG HOA GIANG",
      "Độ mật: Không", "Việc giữ bí\nmật là cần.", "gồm ba độ:\nTUYỆT MẬT\nTỐI MẬT\nMẬT\ntheo luật.",
      "MẶT TRẬN",
    ])
  func noMarks(_ text: String) {
    let extraction = reading.read(Self.header + Self.title + "\nNội dung như sau.\n" + text + "\nHết.\n.\n.")
    #expect(extraction.record.secrecy == nil)
    #expect(!extraction.findings.contains { $0.code.hasPrefix("secrecy") })
  }

  @Test("a mark at the foot of a later page counts, a word in its middle does not")
  func laterPages() {
    let body = (1...9).map { "Dòng \($0) của văn bản." }
    let foot = body.joined(separator: "\n") + "\nTỐI MẬT"
    let middle = (body.prefix(5) + ["MẬT"] + body.suffix(4)).joined(separator: "\n")
    #expect(reading.read(Self.header + Self.title + "\u{c}" + foot).record.secrecy?.value == "TỐI MẬT")
    #expect(reading.read(Self.header + Self.title + "\u{c}" + middle).record.secrecy == nil)
  }

  @Test("keeps the mark of circulation", arguments: ["LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"])
  func circulation(_ mark: String) {
    let record = reading.read(mark + "\n" + Self.header + Self.title).record
    #expect(record.circulation?.value == mark)
    #expect(record.issuingBody?.value == "SỞ NỘI VỤ")
    #expect(record.secrecy == nil)
  }
}
