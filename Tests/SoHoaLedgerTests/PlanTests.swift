import Foundation
import LedgerTrial
import SoHoaLedger
import SoHoaModel
import Testing

/// What a run does about each input, after an earlier one.
@Suite struct PlanTests {
  @Test func skipsWhatIsDoneAndUnchanged() throws {
    let desk = try Desk(3)
    #expect(try desk.batch.run() == 3)
    #expect(try desk.batch.run() == 0)
    #expect(try desk.plan().values.allSatisfy { $0.word == "up to date" })
  }

  @Test func doesAgainWhatChanged() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    try desk.write(1, "7/QĐ-UBND\nsửa đổi\n")
    let plan = try desk.plan()
    #expect(plan["a00000.txt"]?.word == "up to date")
    guard case .convert(_, .contentChanged) = plan["a00001.txt"] else {
      Issue.record("\(String(describing: plan["a00001.txt"]))")
      return
    }
    #expect(try desk.batch.run() == 1)
    #expect(
      try String(contentsOf: desk.output.appendingPathComponent("a00001.json"), encoding: .utf8).contains(
        "sửa"))
    #expect(try desk.verify().isSound)
    #expect(try desk.status().done == 2)
  }

  /// Same size, and its time of change set back.
  @Test func seesAChangeThatHidesItself() throws {
    let desk = try Desk(1)
    let path = desk.input("a00000.txt").path
    let old = Date(timeIntervalSinceNow: -86_400)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    try desk.batch.run()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "nội", with: "nối").utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    #expect(try desk.plan()["a00000.txt"]?.word == "contentChanged")
  }

  @Test func knowsRenamedFilesByTheirContent() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    try FileManager.default.moveItem(at: desk.input("a00001.txt"), to: desk.input("b.txt"))
    #expect(try desk.plan()["b.txt"]?.word == "moved from a00001.txt")
    #expect(try desk.plan()["b.txt"]?.word == "up to date")
  }

  @Test func doesTheSameContentOnce() throws {
    let desk = try Desk(1)
    try desk.write("b.txt", "0/QĐ-UBND\nnội dung 0\n")
    #expect(try desk.batch.run() == 1)
    #expect(try desk.plan()["b.txt"]?.word == "duplicate of a00000.txt")
    #expect(try desk.status().duplicates.map(\.path) == [desk.input("b.txt").path])
    // The first one goes: the second stands for it, and nothing is done again.
    try FileManager.default.removeItem(at: desk.input("a00000.txt"))
    #expect(try desk.plan()["b.txt"]?.word == "moved from a00000.txt")
    #expect(try desk.status().duplicates.isEmpty)
  }

  @Test func givesADuplicateItsOwnOutputsWhenTheFirstBecomesAnother() throws {
    let desk = try Desk(1)
    try desk.write("b.txt", "0/QĐ-UBND\nnội dung 0\n")
    try desk.batch.run()
    try desk.write(0, "khác hẳn\n")
    try desk.batch.run()
    try desk.batch.run()
    #expect(try desk.outputs() == ["a00000.json", "a00000.txt", "b.json", "b.txt", "lines.jsonl"])
    #expect(try desk.verify().isSound)
    #expect(try desk.batch.run() == 0)
  }

  @Test func doesAgainWhoseOutputsAreGone() throws {
    let desk = try Desk(2)
    try desk.batch.run()
    try FileManager.default.removeItem(at: desk.output.appendingPathComponent("a00000.json"))
    guard case .convert(_, .outputsMissing) = try desk.plan()["a00000.txt"] else {
      Issue.record("not done again")
      return
    }
    #expect(try desk.batch.run() == 1)
    #expect(try desk.verify().isSound)
  }

  @Test func leavesOutputsThatAPersonEdited() throws {
    let desk = try Desk(1)
    try desk.batch.run()
    let edited = desk.output.appendingPathComponent("a00000.txt")
    try Data("của tôi".utf8).write(to: edited)
    #expect(try desk.plan()["a00000.txt"]?.word == "edited a00000.txt")
    try desk.write(0, "1/QĐ-UBND mới\n")
    #expect(throws: LedgerError.outputExists(path: edited.path)) { try desk.batch.run() }
    #expect(try String(contentsOf: edited, encoding: .utf8) == "của tôi")
    try desk.batch.run(foreign: .keep)
    #expect(try String(contentsOf: edited, encoding: .utf8) == "của tôi")
  }

  @Test func doesAgainForOtherSettings() throws {
    let desk = try Desk(1)
    try desk.batch.run()
    let other = SettingsKey(
      ConversionSettings(mode: .ocr), formats: ["json", "txt"], software: Software(components: []))
    guard case .convert(_, .settingsChanged) = try desk.plan(settings: other)["a00000.txt"]
    else {
      Issue.record("not done again")
      return
    }
  }

  @Test func tellsFailuresUntilTheyAreRetried() throws {
    let desk = try Desk(1)
    let path = try desk.write("b.txt", "hỏng")
    try desk.batch.run()
    #expect(try desk.plan()["b.txt"]?.word == "failed badInput")
    #expect(try desk.status().failures.map(\.attempts) == [1])
    #expect(try Ledger(folder: desk.output).retry(failedOnly: true) == [path])
    #expect(try desk.plan()["b.txt"]?.word == "retried")
    #expect(try desk.status().failures.isEmpty)
  }

  @Test func tellsWhatCannotBeRead() throws {
    let desk = try Desk(1)
    mkfifo(desk.input("ống").path, 0o600)
    try FileManager.default.createDirectory(at: desk.input("thư mục"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: desk.input("vòng").path, withDestinationPath: desk.input("vòng").path)
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    let words = try run.plan(try desk.batch.paths() + [desk.input("mất").path]).map(\.task.word)
    #expect(
      words == [
        "new", "unreadable \(EISDIR)", "unreadable \(ELOOP)", "unreadable \(EINVAL)", "unreadable \(ENOENT)",
      ])
    #expect(try desk.status().failures.count == 4)
  }

  /// Names that differ only in how their marks are written are two files.
  @Test func keepsNamesApartByTheirBytes() throws {
    let desk = try Desk()
    try desk.write("hòa.txt".precomposedStringWithCanonicalMapping, "một\n")
    try desk.write("hòa.txt".decomposedStringWithCanonicalMapping, "hai\n")
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    #expect(try run.plan(try desk.batch.paths()).map(\.task.word) == ["new", "new"])
    #expect(try run.plan(try desk.batch.paths()).map(\.path.utf8.count).sorted().count == 2)
  }

  @Test func raisesTheAlarmOfTwoDocumentsWithOneNumber() throws {
    let desk = try Desk()
    try desk.write("a.txt", "05/QĐ-UBND\nmột\n")
    try desk.write("b.txt", "5/qđ-ubnd\nhai\n")
    try desk.write("c.txt", "6/QĐ-UBND\nba\n")
    try desk.batch.run()
    let alarms = try desk.status().alarms
    #expect(alarms.map(\.path) == [desk.input("b.txt").path])
    #expect(alarms.map(\.other) == [desk.input("a.txt").path])
  }

  /// As many alarms as documents, not as pairs.
  @Test func raisesOneAlarmADocument() throws {
    let desk = try Desk()
    for index in 0..<40 { try desk.write("\(index + 10).txt", "05/QĐ-UBND\nbản \(index)\n") }
    try desk.batch.run()
    let alarms = try desk.status().alarms
    #expect(alarms.count == 39)
    #expect(Set(alarms.map(\.other)) == [desk.input("10.txt").path])
  }

  @Test(arguments: [(2025, 2026, false), (2026, 2026, true), (nil, 2026, true)])
  func numbersBeginAgainEveryYear(_ first: Int?, _ second: Int?, _ isAlarm: Bool) throws {
    let desk = try Desk()
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    let paths = [try desk.write("a.txt", "một"), try desk.write("b.txt", "hai")]
    var alarms: [NumberAlarm] = []
    for (plan, year) in zip(try run.plan(paths), [first, second]) {
      guard case .convert(let document, _) = plan.task else { continue }
      try run.begin(document)
      let number = NumberKey(number: "5/QĐ-UBND", issuer: "UBND xã Thử", year: year)
      let outcome = Outcome(sha256: document.sha256, seconds: 1, pages: 1, numbers: [number])
      alarms += try run.place([], of: document, outcome).alarms
    }
    #expect(alarms.isEmpty != isAlarm)
  }

  @Test(
    "a number that contradicts the days of its neighbours is told, and it alone",
    arguments: [
      ([(10, 100), (20, 130), (30, 816), (40, 190), (50, 220)], [2]),
      ([(10, 100), (20, 130), (30, 160), (40, 190), (50, 220)], []),
      // Held back for some days, or two alone: no proof.
      ([(10, 100), (20, 130), (21, 129), (40, 190)], []), ([(10, 300), (40, 100)], []),
      // The day was misread.
      ([(10, 100), (20, 130), (330, 160), (40, 190), (50, 220)], [2]),
    ] as [([(Int, Int)], [Int])])
  func sequence(_ dated: [(day: Int, number: Int)], _ wrong: [Int]) throws {
    let desk = try Desk()
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    let paths = try dated.indices.map { try desk.write("\($0).txt", "văn bản \($0)") }
    var last: [NumberAlarm] = []
    for (plan, entry) in zip(try run.plan(paths), dated) {
      guard case .convert(let document, _) = plan.task else { continue }
      try run.begin(document)
      var key = NumberKey(number: "\(entry.number)/KH-SNV", issuer: "Sở Nội vụ", year: 2025)
      key.dated = DatedNumber(series: "kh-snv|so noi vu|2025", day: 20_000 + entry.day, number: entry.number)
      last = try run.place(
        [], of: document, Outcome(sha256: document.sha256, seconds: 1, pages: 1, numbers: [key])
      ).alarms
    }
    #expect(last.isEmpty)
    let told = try desk.status().sequence
    #expect(told.map(\.path) == wrong.map { paths[$0] })
    #expect(told.allSatisfy { $0.other != $0.path && $0.shown.contains("KH-SNV") })
  }

  @Test(
    "only a number, a symbol and a whole day have a place in a sequence",
    arguments: [
      ("316", "KH-SNV", "2025-10-09", true), ("316", nil, "2025-10-09", false),
      (nil, "KH-SNV", "2025-10-09", false),
      ("316", "KH-SNV", "2025-10", false), ("316", "KH-SNV", nil, false),
      ("99999999", "KH-SNV", "2025-10-09", false),
    ] as [(String?, String?, String?, Bool)])
  func dated(_ number: String?, _ symbol: String?, _ day: String?, _ isPlaced: Bool) {
    let dated = DatedNumber(
      DocumentNumber(number: number, symbol: symbol, full: nil), issuer: "so noi vu", day: day)
    #expect((dated != nil) == isPlaced)
    #expect(
      dated.map { $0.day == 20_370 && $0.number == 316 && $0.series == "kh-snv|so noi vu|2025" } ?? true)
  }

  @Test func refusesAResultOfAnotherContent() throws {
    let desk = try Desk(1)
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    guard case .convert(let document, _) = try run.plan(try desk.batch.paths())[0].task else { return }
    try run.begin(document)
    #expect(throws: LedgerError.inputChanged(path: desk.input("a00000.txt").path)) {
      try run.place([], of: document, Outcome(sha256: "00", seconds: 1, pages: 1))
    }
  }

  @Test(arguments: ["../x.json", "/etc/x", "a/../../x", "", "a//b", ".sohoa/ledger.sqlite", "a/./b"])
  func placesNothingOutsideOfTheFolder(_ path: String) throws {
    let desk = try Desk(1)
    let run = try Ledger(folder: desk.output).run(settings: TrialBatch.settings)
    guard case .convert(let document, _) = try run.plan(try desk.batch.paths())[0].task else { return }
    try run.begin(document)
    let output = StagedOutput(
      staged: desk.input("a00000.txt").path,
      output: LedgerOutput(path: path, format: "json", bytes: 1, sha256: "00"))
    #expect(throws: LedgerError.outside(path: path)) {
      try run.place([output], of: document, Outcome(sha256: document.sha256, seconds: 1, pages: 1))
    }
  }
}
