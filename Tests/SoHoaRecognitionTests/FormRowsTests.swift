import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// Rows of the header that the engine lost, read once more from the page itself.
@Suite struct FormRowsTests {
  /// A page, its engine, and what that reads at first.
  private final class Reading {
    let page: PreparedPage
    let engine: EngineReader
    let lines: [RecognisedLine]

    init(_ name: String, page number: Int = 1) throws {
      let file = try InputFile(contentsOf: Fixture.scan(name))
      guard case .picture(let raster) = file.page(number).content else {
        throw AcquisitionError.noText(file: name, page: number)
      }
      page = PagePreparer().run(raster, page: number)
      let installed = InstalledModels(dataPath: nil)
      let model = try ModelChoice(language: "vie", installed: installed).argument
      engine = try EngineReader(
        model, dataPath: installed.folder.path, scale: try ConfidenceScale.all(in: .locate())[model])
      engine.show(page.picture)
      let whole = BoundingBox(left: 0, top: 0, right: page.picture.width, bottom: page.picture.height)
      lines = engine.read(PageRegion(whole), of: page.picture, until: .now + .seconds(120)).lines
    }

    func again(_ lines: [RecognisedLine], within time: Duration = .seconds(120)) throws -> [RecognisedLine] {
      try #require(FormRows(page: page)).read(with: engine, into: lines, until: .now + time)
    }
  }

  private static func texts(_ lines: [RecognisedLine]) -> [String] {
    lines.filter { !$0.words.isEmpty }.map { $0.words.map(\.text).joined(separator: " ") }
  }

  private func box(_ lines: [RecognisedLine], with key: String) -> BoundingBox? {
    lines.flatMap(\.words).first { $0.text.contains(key) }?.box
  }

  @Test(
    "a row that was lost, or of which words were made that are none, comes back",
    arguments: [
      ("decision.clean.png", "tháng", 0.45..<1.0, ["ngày", "tháng", "năm"]),
      ("decision.clean.png", "/QĐ-", 0.0..<0.5, ["/QĐ-"]),
      ("invitation.clean.png", "tháng", 0.45..<1.0, ["ngày", "tháng", "năm"]),
    ])
  func lost(_ name: String, _ key: String, _ half: Range<Double>, _ wanted: [String]) throws {
    let reading = try Reading(name)
    let row = try #require(box(reading.lines, with: key))
    let width = Double(reading.page.picture.width)
    func isOfTheRow(_ word: RecognisedWord) -> Bool {
      abs(word.box.midY - row.midY) < row.height && half.contains(Double(word.box.midX) / width)
    }
    func text(_ lines: [RecognisedLine]) -> String {
      lines.flatMap(\.words).filter(isOfTheRow).map(\.text).joined(separator: " ")
    }
    let gone = reading.lines.map { line in
      var line = line
      line.words.removeAll(where: isOfTheRow)
      return line
    }
    let restored = try reading.again(gone)
    for word in wanted { #expect(text(restored).contains(word), "\(text(restored))") }
    #expect(Set(Self.texts(gone)).isSubset(of: Self.texts(restored)), "what was read elsewhere stays")

    let ruined = reading.lines.map { line in
      var line = line
      for index in line.words.indices where isOfTheRow(line.words[index]) {
        line.words[index].text = "xŸ4"
        line.words[index].confidence = 0.1
      }
      return line
    }
    let read = try reading.again(ruined)
    for word in wanted { #expect(text(read).contains(word), "\(text(read))") }
    let others = read.flatMap(\.words).filter(isOfTheRow).flatMap(\.others).map(\.text)
    #expect(others.contains("xŸ4"), "what was read before stays beside it")
  }

  @Test("what is there already, or is no header, or has no time, stays as it is")
  func untouched() throws {
    let reading = try Reading("decision.clean.png")
    #expect(Self.texts(try reading.again(reading.lines)) == Self.texts(reading.lines))
    let body = reading.lines.filter { ($0.box?.top ?? 0) > reading.page.picture.height / 4 }
    #expect(Self.texts(try reading.again(body)) == Self.texts(body))
    let number = try #require(box(reading.lines, with: "/QĐ-"))
    let header = reading.lines.filter { abs(($0.box?.midY ?? 0) - number.midY) > number.height }
    #expect(Self.texts(try reading.again(header, within: .zero)) == Self.texts(header))
  }

  @Test(
    "running text with dates in it, however high on its page, is none of the form",
    arguments: [
      ("minutes.clean.png", 1), ("report-table.clean.pdf", 2), ("party-resolution.clean.tif", 2),
      ("plan-hospital.scan.tif", 1), ("plan-hospital.scan.tif", 2), ("decree.clean.tif", 2),
    ])
  func runningText(_ name: String, _ page: Int) throws {
    let reading = try Reading(name, page: page)
    #expect(Self.texts(try reading.again(reading.lines)) == Self.texts(reading.lines))
  }

  @Test(
    "halves of a row that stands apart",
    arguments: [
      ([(100, 280), (600, 700), (710, 900)], true), ([(600, 700), (710, 900)], true), ([], true),
      ([(100, 200), (210, 310), (320, 450), (460, 600), (610, 900)], false), ([(100, 900)], false),
      ([(100, 360), (400, 700)], true), ([(100, 380), (400, 700)], false),
    ])
  func apart(_ boxes: [(Int, Int)], _ isApart: Bool) {
    let row = boxes.map { BoundingBox(left: $0.0, top: 0, right: $0.1, bottom: 20) }
    #expect(FormRow.isApart(row, em: 20, width: 1000) == isApart)
  }

  @Test(
    "how much of a row was read",
    arguments: [
      (FormRow.date, ["Lạng,", "ngày", "5", "tháng", "6", "năm", "2026"], 3),
      (.date, ["ngày..5", "thảng"], 2), (.date, ["nãh", "2026"], 1), (.date, ["Thanh", "Tra"], 1),
      (.date, ["Nam", "Vệ"], 1), (.date, ["Quyết", "định"], 0), (.number, ["Số:", "/KH-SYT"], 3),
      (.number, ["Số.....#9..-QĐ", "/TU"], 3), (.number, ["/2024/NĐ-CP"], 2),
      (.number, ["SỞ", "Y", "TẾ"], 1),
      (.number, ["tin/bài", "05/6"], 0),
    ])
  func counted(_ row: FormRow, _ words: [String], _ parts: Int) {
    let box = BoundingBox(left: 0, top: 0, right: 10, bottom: 10)
    func score(_ confidence: Double) -> FormRow.Score {
      row.score(words.map { RecognisedWord(text: $0, confidence: confidence, box: box, model: "vie") })
    }
    #expect(score(0.9) == FormRow.Score(all: parts, sure: parts))
    #expect(score(0.1) == FormRow.Score(all: parts, sure: 0))
    #expect(score(0.1) <= score(0.9))
  }
}
