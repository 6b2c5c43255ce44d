import Foundation
import SoHoaModel
import Synchronization
import Testing

@testable import SoHoaProgress

/// What is written, and a clock that the test sets.
final class Stage: Sendable {
  private let written = Mutex("")
  private let moment = Mutex(Duration.zero)

  var text: String { written.withLock { $0 } }
  var lines: [String] { text.split(separator: "\n").map(String.init) }
  var now: Duration { moment.withLock { $0 } }

  func pass(_ duration: Duration) { moment.withLock { $0 += duration } }

  func desk(
    _ kind: ProgressForm, _ language: MessageLanguage = .english, content: Bool = false, columns: Int = 120,
    report: RunReport? = nil
  ) -> (ProgressDesk, Screen) {
    let screen = Screen(isJSON: kind == .json) { text in self.written.withLock { $0 += text } }
    let settings = ProgressDesk.Settings(
      form: kind, language: language, showsContent: content, report: report)
    return (ProgressDesk(settings, screen: screen, now: { self.now }, columns: { columns }), screen)
  }
}

extension FileReport {
  static let sample = [
    FileReport(
      file: "in/a.pdf", outcome: .done, pages: 3, outputs: ["out/a.json"],
      summary: Message(en: "a.pdf: 3 p · Kế hoạch", vi: "a.pdf: 3 tr · Kế hoạch")),
    FileReport(
      file: "in/b.pdf", outcome: .doubtful, pages: 1,
      findings: [
        Finding(
          .warning, "signer.doubtful", Message(en: "signer <Lâm Thị Mẫu>", vi: "người ký <Lâm Thị Mẫu>"),
          page: 1)
      ], outputs: ["out/b.json"]),
    FileReport(
      file: "in/c.pdf", outcome: .failed,
      failure: Failure(
        kind: "encrypted", message: Message(en: "c.pdf: has a password", vi: "c.pdf: có mật khẩu"))),
    FileReport(file: "in/d.pdf", outcome: .duplicate, sameAs: "in/a.pdf"),
    FileReport(file: "in/e.pdf", outcome: .upToDate),
  ]
}

@Suite struct PaceTests {
  @Test func countsThePagesOfTheLastWhile() {
    var pace = PaceWindow()
    #expect(pace.rate(at: .seconds(5)) == nil)
    pace.begin(at: .seconds(10))
    for second in 11...20 { pace.add(2, at: .seconds(second)) }
    #expect(pace.rate(at: .seconds(20)) == 2)
    #expect(pace.rate(at: .seconds(30)) == 1)
    // Two minutes later the first pages count no more.
    pace.add(120, at: .seconds(200))
    #expect(pace.rate(at: .seconds(200)) == 1)
  }

  @Test func tellsTheTimeThatIsLeft() throws {
    var tally = ProgressTally()
    tally.take(.found(files: 4), at: .zero)
    #expect(tally.timeLeft(at: .seconds(1)) == nil)
    tally.take(.fileBegan("a", pages: 10), at: .zero)
    for page in 1...10 { tally.take(.pageRead("a", page: page), at: .seconds(page)) }
    tally.take(.fileEnded(FileReport(file: "a", outcome: .done, pages: 10)), at: .seconds(10))
    #expect(tally.timeLeft(at: .seconds(10)) == .seconds(30))
    #expect(tally.pagesPerMinute(at: .seconds(10)) == 60)
    // A long one is known to be long once it is open.
    tally.take(.fileBegan("b", pages: 100), at: .seconds(10))
    #expect(tally.timeLeft(at: .seconds(10)) == .seconds(120))
    // What is up to date takes no time.
    for name in ["c", "d"] {
      tally.take(.fileEnded(FileReport(file: name, outcome: .upToDate)), at: .seconds(10))
    }
    #expect(tally.timeLeft(at: .seconds(10)) == .seconds(100))
    #expect(tally.pages == 10 && tally.filesEnded == 3)
  }

  /// A page that is read again by another worker is the same page.
  @Test func countsAPageOnce() {
    var tally = ProgressTally()
    for _ in 0..<3 { tally.take(.pageRead("a", page: 1), at: .seconds(1)) }
    #expect(tally.pages == 1)
    tally.take(.fileEnded(FileReport(file: "a", outcome: .done, pages: 1)), at: .seconds(2))
    #expect(tally.pages == 1)
  }
}

@Suite struct BarTests {
  private let tally: ProgressTally = {
    var tally = ProgressTally()
    tally.take(.found(files: 1000), at: .zero)
    for number in 0..<250 {
      tally.take(
        .fileEnded(FileReport(file: "\(number)", outcome: number < 3 ? .failed : .done, pages: 2)),
        at: .seconds(number))
    }
    tally.take(.fileBegan("in/scan.pdf", pages: 9), at: .seconds(250))
    return tally
  }()

  @Test("fits the terminal", arguments: [20, 30, 40, 60, 80, 120, 200])
  func fits(_ columns: Int) {
    for language in [MessageLanguage.english, .vietnamese] {
      let bar = ProgressText(language: language).bar(tally, at: .seconds(250), columns: columns)
      #expect(bar.count < columns, "\(bar)")
    }
  }

  @Test func saysHowItStands() {
    let english = ProgressText(language: .english).bar(tally, at: .seconds(250), columns: 120)
    #expect(
      english
        == "[#######-----------------------] 250 of 1000 files · 3 failed · 13 min left · 500 pages · 121 a minute"
        + " · scan.pdf 0/9" || english.contains("250 of 1000 files · 3 failed · 13 min left · 500 pages · "),
      "\(english)")
    let vietnamese = ProgressText(language: .vietnamese).line(tally, at: .seconds(250))
    #expect(vietnamese.contains("250/1000 tệp · 3 lỗi · còn 13 phút · 500 trang"), "\(vietnamese)")
    #expect(
      ProgressText(language: .english).bar(tally, at: .seconds(250), columns: 20) == "250 of 1000 files")
  }

  @Test func isDrawnFiveTimesASecondAndErasedBeforeLines() {
    let stage = Stage()
    let (desk, screen) = stage.desk(.bar)
    desk.take(.found(files: 100))
    stage.pass(.seconds(1))
    for page in 1...50 {
      stage.pass(.milliseconds(20))
      desk.take(.pageRead("in/a.pdf", page: page))
    }
    let draws = stage.text.components(separatedBy: "\r\u{1B}[K").count - 1
    #expect((4...6).contains(draws), "\(draws)")
    let before = stage.text
    screen.write("a message")
    let added = stage.text.dropFirst(before.count)
    #expect(added.hasPrefix("\r\u{1B}[Ka message\n[") && !added.hasSuffix("\n"))
    desk.end(isInterrupted: false, places: [], retry: nil, isQuiet: false)
    #expect(stage.text.contains("\r\u{1B}[K0 done"))
  }
}

@Suite struct DeskTests {
  @Test(
    "tells what people may see",
    arguments: [
      (
        ProgressForm.plain, false,
        [
          "in/a.pdf: 3 p", "in/b.pdf: 1 p · 1 to review", "in/c.pdf: has a password",
          "in/d.pdf: same content as in/a.pdf, done once",
        ]
      ),
      (
        .plain, true,
        [
          "a.pdf: 3 p · Kế hoạch", "in/b.pdf: 1 p · 1 to review", "in/c.pdf: has a password",
          "in/d.pdf: same content as in/a.pdf, done once",
        ]
      ),
      (.none, false, ["in/c.pdf: has a password"]),
    ])
  func lines(_ kind: ProgressForm, _ content: Bool, _ wanted: [String]) {
    let stage = Stage()
    let (desk, _) = stage.desk(kind, content: content)
    desk.take(.found(files: 5))
    for report in FileReport.sample { desk.take(.fileEnded(report)) }
    #expect(stage.lines == wanted)
    desk.end(isInterrupted: false, places: [], retry: "out", isQuiet: false)
    #expect(stage.lines.dropFirst(wanted.count).first?.hasPrefix("2 done (4 pages, ") == true)
    #expect(
      stage.lines.dropFirst(wanted.count).first?.hasSuffix(
        "1 to review, 1 failed, 1 up to date, 1 duplicates") == true)
    #expect(stage.lines.dropLast().last == "  1 failed: protected by a password: in/c.pdf")
    #expect(stage.lines.last?.hasSuffix("sohoa retry out --failed") == true)
  }

  @Test func tellsALogNowAndThenHowItStands() {
    let stage = Stage()
    let (desk, _) = stage.desk(.plain, .vietnamese)
    desk.take(.found(files: 10))
    for _ in 0..<7 {
      stage.pass(.seconds(10))
      desk.tick()
    }
    #expect(stage.lines == ["0/10 tệp · 0 trang", "0/10 tệp · 0 trang"])
  }

  @Test func writesEventsForPrograms() throws {
    let stage = Stage()
    let (desk, screen) = stage.desk(.json)
    desk.take(.found(files: 5))
    desk.take(.fileBegan("in/a.pdf", pages: 3))
    stage.pass(.seconds(2))
    desk.take(.pageRead("in/a.pdf", page: 1))
    for report in FileReport.sample { desk.take(.fileEnded(report)) }
    screen.write(Message(en: "hello", vi: "chào"), in: .english)
    desk.end(isInterrupted: false, places: [], retry: nil, isQuiet: true)
    let events = try stage.lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      events.compactMap { $0["event"] as? String } == [
        "began", "found", "fileBegan", "page", "progress", "fileEnded", "fileEnded", "fileEnded", "fileEnded",
        "fileEnded", "message", "ended",
      ])
    #expect(events[0]["version"] as? Int == 1)
    #expect((events[7]["failure"] as? [String: Any])?["kind"] as? String == "encrypted")
    #expect(events[6]["findings"] as? [String: Int] == ["signer.doubtful": 1])
    let outcomes = ["done": 1, "doubtful": 1, "failed": 1, "duplicate": 1, "upToDate": 1]
    #expect(events.last?["outcomes"] as? [String: Int] == outcomes)
    #expect(!stage.text.contains("Mẫu") && !stage.text.contains("Kế hoạch"))
  }

  @Test func keepsControlCharactersOffTheTerminal() {
    let stage = Stage()
    let (desk, _) = stage.desk(.plain)
    desk.take(.fileEnded(FileReport(file: "a\u{1B}[31m.pdf", outcome: .done, pages: 1)))
    #expect(stage.text == "a?[31m.pdf: 1 p\n")
  }
}
