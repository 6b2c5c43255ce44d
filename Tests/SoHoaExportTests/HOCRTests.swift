import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct HOCRTests {
  private static func parsed(_ file: ConvertedFile) throws -> ParsedXML {
    try ParsedXML(OutputFormat.hocr.encode(file))
  }

  private static func texts(_ xml: ParsedXML, _ type: String) throws -> [String] {
    try xml.nodes("//*[@class='\(type)']").map(\.text)
  }

  @Test("words in reading order with box and confidence; the observed reading beside the restored one")
  func words() throws {
    let file = PlanSample.make()
    let words = try Self.parsed(file).nodes("//*[@class='ocrx_word']")
    let page = file.pages.flatMap { $0.words + $0.marks.flatMap(\.words) }
    #expect(words.map(\.text) == page.map(\.text).filter { !$0.isEmpty })
    let restored = try #require(words.first { $0.text == "MỤC" })
    #expect(restored["data-observed"] == "MUC")
    #expect(restored["data-stage"] == "restore/channel")
    #expect(restored["title"] == "bbox 60 350 120 374; x_wconf 62")
    let joined = try #require(words.first { $0.text == "dịch" })
    #expect(joined["data-observed"] == "di ch")
    #expect(joined["title"] == "bbox 130 470 260 494; x_wconf 95")
    #expect(words.first { $0.text == "SỞ" }?["data-observed"] == nil)
  }

  @Test func pagesSayWhatTheyAreOf() throws {
    let xml = try Self.parsed(PlanSample.make())
    let pages = try xml.nodes("//*[@class='ocr_page']")
    #expect(
      pages.map { $0["title"] } == [
        "bbox 0 0 1000 1400; image \"kế 'hoạch'.pdf\"; ppageno 0; scan_res 120 120",
        "bbox 0 0 1400 1000; image \"kế 'hoạch'.pdf\"; ppageno 1; scan_res 120 120",
      ])
    let meta = Dictionary(
      uniqueKeysWithValues: try xml.elements("meta").compactMap { meta in
        meta["name"].map { ($0, meta["content"]!) }
      })
    #expect(meta["ocr-system"] == "sohoa \(Software.version); tesseract 5.3.0")
    #expect(meta["ocr-number-of-pages"] == "2")
    #expect(meta["dc.identifier"] == "sha256:" + String(repeating: "a", count: 64))
    let used = Set(try xml.attributes("class"))
    #expect(used.isSubset(of: Set(meta["ocr-capabilities"]!.split(separator: " ").map(String.init))))
  }

  @Test func tablesMarksAndFurniture() throws {
    let xml = try Self.parsed(PlanSample.make())
    let cells = try xml.elements("td")
    #expect(cells.count == 11)
    #expect(cells.last?["colspan"] == "2")
    #expect(cells.first?["title"] == "bbox 100 500 300 540")
    #expect(
      try Self.texts(xml, "ocr_pageno").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } == ["2"])
    let marks = try xml.nodes("//*[@class='ocr_image' or @class='ocr_textfloat']")
    #expect(marks.map { $0["title"]!.contains("x_mark") } == [true, true])
  }

  @Test func idsAreUnique() throws {
    let ids = try Self.parsed(PlanSample.make()).attributes("id")
    #expect(ids.count > 60)
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "lines of a page that was turned or leans",
    arguments: [
      (90, 0.0, "bbox 0 0 100 20; textangle 90"), (0, 1.0, "bbox 0 0 100 20; baseline 0.0175 -2"),
      (0, -1.0, "bbox 0 0 100 20; baseline -0.0175 0"), (0, 0, "bbox 0 0 100 20"),
    ])
  func lines(_ rotation: Int, _ skew: Double, _ title: String) {
    let line = Line(
      id: ID(page: 1, index: 1), box: BoundingBox(left: 0, top: 0, right: 100, bottom: 20), words: [])
    let page = Page(number: 1, origin: .recognised, width: 200, height: 200, rotation: rotation, skew: skew)
    #expect(HOCRTitle(line: line, of: page).text == title)
  }

  @Test("a page without a picture has words without boxes")
  func textInput() throws {
    let xml = try Self.parsed(SampleFile.make())
    #expect(try Self.texts(xml, "ocr_line") == ["Số: 16/KH-SYT", "KẾ HOẠCH", "Nơi nhận:"])
    #expect(try xml.attributes("title").allSatisfy { !$0.contains("bbox") })
  }
}
