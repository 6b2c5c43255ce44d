import Foundation
import SoHoaModel
import Testing

@testable import SoHoaProgress

@Suite struct ReportTests {
  private func report(
    _ name: String, _ language: MessageLanguage = .english, _ rows: [FileReport] = FileReport.sample
  ) throws -> String {
    var report = try #require(RunReport(URL(fileURLWithPath: "/home/clerk/out/\(name)"), language: language))
    for row in rows { report.take(row) }
    return String(decoding: report.encoded(), as: UTF8.self)
  }

  @Test func ordersByWhatNeedsAPerson() throws {
    let page = try report("report.html")
    let places = ["class=\"failed\"", "class=\"doubtful\"", "class=\"done\"", "class=\"upToDate\""]
      .map { page.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(page.contains("save a copy without the password"))
    #expect(try report("report.html", .vietnamese).contains("lưu một bản không có mật khẩu"))
  }

  /// Well-formed as XML, so far as browsers are not more lenient; nothing of a document or a name is markup.
  @Test func escapesWhatComesFromOutside() throws {
    let bad = "in/<script>alert(1)</script>&\"'.pdf"
    let rows = [
      FileReport(
        file: bad, outcome: .failed,
        failure: FileReport.Failure(kind: "badInput", message: Message(en: "<b>\u{0}\u{FFFE}", vi: "x")))
    ]
    let page = try report("report.html", .english, FileReport.sample + rows)
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("<Lâm"))
    #expect(page.contains("signer &lt;Lâm Thị Mẫu&gt;"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test(
    "links from its own folder",
    arguments: [
      ("/home/clerk/out/a.json", "a.json"), ("/home/clerk/out/2026/a b.json", "2026/a%20b.json"),
      ("/home/clerk/in/kế hoạch.pdf", "../in/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf"),
      ("/home/clerk/out/javascript:x#?.json", "javascript%3Ax%23%3F.json"),
    ])
  func links(_ path: String, _ address: String) throws {
    let page = try report(
      "report.html", .english, [FileReport(file: "-", outcome: .done, pages: 1, outputs: [path])])
    #expect(page.contains("<a href=\"\(address)\">"), "\(page)")
  }

  /// What is no value comes first; each stands beside its picture, and not more are kept than a page can hold.
  @Test func showsWhatIsWrittenByHand() throws {
    func hand(_ text: String, _ probability: Double, picture: Data?) -> FileReport.Hand {
      let choices = [HandReading.Choice(text: text, probability: probability)]
      return .init(HandReading(slot: .number, form: .digits, choices: choices, picture: picture), page: 2)
    }
    let crossed = FileReport.Hand(HandReading(slot: .day, form: .illegible, choices: []), page: 1)
    let row = FileReport(
      file: "in/d.pdf", outcome: .done, pages: 2,
      hands: [hand("316", 0.99, picture: Data("Lam".utf8)), hand("<7>", 0.6, picture: nil), crossed])
    let page = try report("r.html", .vietnamese, [row])
    #expect(page.contains("Viết tay (3, cần nhập theo bản giấy: 2)"))
    #expect(page.contains("src=\"data:image/jpeg;base64,TGFt\""))
    let places = ["<b>&lt;7&gt;</b> 60 %", "<b>?</b> gạch xóa", "<b>316</b> 99 %"]
      .compactMap { page.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    #expect(page.contains("trang 2") && page.components(separatedBy: "class=\"check\"").count == 3)
    #expect(!(try report("r.html").contains("class=\"hands\"")))
    let many = (0..<RunReport.mostPictures).map { index in
      FileReport(
        file: "\(index)", outcome: .done, pages: 1,
        hands: [hand("1", 0.5, picture: Data("Lam".utf8)), hand("2", 0.5, picture: Data("Lam".utf8))])
    }
    let long = try report("r.html", .english, many)
    #expect(long.components(separatedBy: "base64,").count == RunReport.mostPictures + 1)
    #expect(long.components(separatedBy: "<figure").count == 2 * RunReport.mostPictures + 1)
  }

  @Test func isATableForSpreadsheets() throws {
    let rows = [FileReport(file: "=cmd|' /C calc'!A0", outcome: .done, pages: 2)]
    let table = try report("report.csv", .vietnamese, FileReport.sample + rows)
    #expect(table.hasPrefix("\u{FEFF}Kết quả,Tệp,Số trang,Nội dung,Việc cần làm,Tệp kết quả\r\n"))
    #expect(
      table.contains("\r\nLỗi,in/c.pdf,,c.pdf: có mật khẩu,lưu một bản không có mật khẩu rồi chạy lại,\r\n"))
    #expect(table.contains("trang 1: người ký <Lâm Thị Mẫu>"))
    #expect(table.contains("'=cmd"))
  }

  @Test func leavesOutOfManyOnlyWhatIsWell() throws {
    let rows = (0..<RunReport.mostRows + 5).map { FileReport(file: "\($0)", outcome: .done, pages: 1) }
    let page = try report("r.html", .english, rows + FileReport.sample)
    #expect(page.contains("Done: \(rows.count + 1)") && page.contains("and 6 more"))
    #expect(page.contains("in/c.pdf") && page.contains("in/b.pdf"))
  }

  @Test func knowsItsEndings() {
    #expect(RunReport(URL(fileURLWithPath: "/a.HTML"), language: .english) != nil)
    #expect(RunReport(URL(fileURLWithPath: "/a.xlsx"), language: .english) == nil)
  }
}
