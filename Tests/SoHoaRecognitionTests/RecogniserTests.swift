import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

@Suite struct RecogniserTests {
  private func prepared(_ name: String, page: Int = 1) throws -> PreparedPage {
    let acquired = try InputFile(contentsOf: Fixture.scan(name)).page(page)
    guard case .picture(let raster) = acquired.content else {
      throw AcquisitionError.noText(file: name, page: page)
    }
    return PagePreparer().run(raster, page: page)
  }

  private func read(_ name: String) throws -> Page {
    let scales = try ConfidenceScale.all(in: .locate())
    return try ColumnSplitter().run(Recogniser(scales: scales).run(prepared(name)))
  }

  @Test(
    "reads header, body and end of clean and damaged pages",
    arguments: [
      "decision.clean.png", "decision.scan.jpg", "decision.sideways.png",
    ])
  func reads(_ name: String) throws {
    let text = try read(name).lines.map(\.text)
    for line in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "QUYẾT ĐỊNH",
      "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HOA GIANG", "Nơi nhận:", "KT. CHỦ TỊCH",
    ] {
      #expect(text.contains(line), "\(name): \(line)")
    }
  }

  @Test(
    "words lie on the page, on ink, and are numbered in reading order",
    arguments: ["decision.clean.png", "decision.sideways.png", "decision.scan.jpg"])
  func boxes(_ name: String) throws {
    let acquired = try InputFile(contentsOf: Fixture.scan(name)).page(1)
    guard case .picture(let raster) = acquired.content else { return }
    let page = try read(name)
    let sheet = BoundingBox(left: 0, top: 0, right: raster.width, bottom: raster.height)
    #expect(page.width == raster.width && page.height == raster.height)
    #expect(page.words.map(\.id.index) == Array(1...page.words.count))
    #expect(page.words.allSatisfy { sheet.contains($0.box!) })
    let sure = page.words.filter { $0.confidence > 0.8 && $0.text.count > 1 }
    let onInk = sure.filter { raster.inkShare(in: $0.box!) > 0.08 }
    #expect(sure.count > 150)
    #expect(Double(onInk.count) > 0.98 * Double(sure.count))
  }

  @Test("the boxes of a turned page are those of the upright one, turned")
  func turnedBoxes() throws {
    let upright = try read("decision.clean.png")
    let turned = try read("decision.sideways.png")
    #expect(turned.rotation == 90 && upright.rotation == 0)
    let place = { (page: Page, text: String) -> BoundingBox? in
      page.words.first { $0.text == text }.flatMap(\.box).map(page.transform.upright)
    }
    for text in ["CỘNG", "QUYẾT", "Hạnh"] {
      let a = try #require(place(upright, text))
      let b = try #require(place(turned, text))
      #expect(abs(a.midX * 2 / 3 - b.midX) < 40 && abs(a.midY * 2 / 3 - b.midY) < 40, "\(text)")
    }
  }

  @Test("two engines read side by side")
  func sideBySide() async throws {
    let page = try prepared("party-resolution.crop.pgm")
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 1...2 {
        group.addTask { try Recogniser().run(page).lines.map(\.text).joined(separator: "\n") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts.count == 2 && texts[0] == texts[1] && texts[0].count > 40)
  }

  @Test("an engine reads page after page, each alike")
  func repeated() throws {
    let page = try prepared("party-resolution.crop.pgm")
    let recogniser = try Recogniser()
    #expect(recogniser.run(page) == recogniser.run(page))
  }

  @Test("stops at the time limit and says so")
  func timeLimit() throws {
    let page = try Recogniser(timeLimit: .milliseconds(1)).run(prepared("decision.clean.png"))
    #expect(page.findings.map(\.code) == ["page.timeLimit"])
  }

  @Test("a blank page has no words")
  func blank() throws {
    let page = PreparedPage(
      number: 3, picture: Raster(width: 2, height: 2, channels: .grey, dpi: 0, bytes: Data(count: 4)),
      originalWidth: 2, originalHeight: 2, originalDPI: 0, isBlank: true)
    #expect(try Recogniser().run(page).blocks.isEmpty)
  }

  @Test("says which stage and model read a word, and what the other model read")
  func stage() throws {
    let scales = try ConfidenceScale.all(in: .locate())
    let recogniser = try Recogniser(language: "vie", scales: scales)
    #expect(recogniser.models == ["vie", "Vietnamese"])
    let page = try recogniser.run(prepared("telegram.worn.tif"))
    let stages = Set(page.words.map(\.observed.stage))
    #expect(stages == ["recognise/vie", "recognise/Vietnamese"])
    #expect(page.words.allSatisfy { (0...1).contains($0.confidence) })
    #expect(page.origin == .recognised)
    let other = ["recognise/vie": "recognise/Vietnamese", "recognise/Vietnamese": "recognise/vie"]
    let twice = page.words.filter { !$0.alternatives.isEmpty }
    #expect(twice.count > 10)
    #expect(twice.contains { $0.alternatives.map(\.stage) == [other[$0.observed.stage]] })
    #expect(twice.allSatisfy { $0.alternatives[0].text != $0.observed.text })
  }

  @Test("reads once where no scale tells what confidence is worth")
  func once() throws {
    #expect(try Recogniser(language: "vie").models == ["vie"])
    let scales = try ConfidenceScale.all(in: .locate())
    #expect(try Recogniser(language: "eng", scales: scales).models == ["eng"])
    #expect(try Recogniser(language: "vie", scales: scales, readsTwice: false).models == ["vie"])
  }
}

extension Raster {
  fileprivate func inkShare(in box: BoundingBox) -> Double {
    let step = channels.rawValue
    var dark = 0
    for y in box.top..<box.bottom {
      for x in box.left..<box.right where bytes[(y * width + x) * step] < 128 { dark += 1 }
    }
    return Double(dark) / Double(box.width * box.height)
  }
}
