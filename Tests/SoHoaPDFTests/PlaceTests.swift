import Foundation
import SoHoaModel
import Testing

@testable import SoHoaPDF

/// Words stand where they were read, on pages of every pose, as Poppler sees them.
struct PlaceTests {
  struct Pose: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Of the page dictionary.
    var page: String
    /// Of the page image as a reader of the PDF sees it.
    var width: Int, height: Int
    var rotation = 0
    var area: SheetArea?
    var box: BoundingBox
    /// In points of the sheet.
    var left: Double, top: Double, right: Double, bottom: Double
  }

  static let word = BoundingBox(left: 100, top: 50, right: 160, bottom: 70)

  static let poses = [
    Pose(
      testDescription: "upright", page: "/MediaBox[0 0 200 300]", width: 400, height: 600, box: word,
      left: 50, top: 25,
      right: 80, bottom: 35),
    Pose(
      testDescription: "turned by a quarter", page: "/MediaBox[0 0 300 200]/Rotate 90", width: 400,
      height: 600,
      box: word, left: 50, top: 25, right: 80, bottom: 35),
    Pose(
      testDescription: "upside down", page: "/MediaBox[0 0 200 300]/Rotate 180", width: 400, height: 600,
      box: word,
      left: 50, top: 25, right: 80, bottom: 35),
    Pose(
      testDescription: "turned by three quarters", page: "/MediaBox[0 0 300 200]/Rotate -90", width: 400,
      height: 600,
      box: word, left: 50, top: 25, right: 80, bottom: 35),
    Pose(
      testDescription: "cut to a box elsewhere", page: "/MediaBox[-50 -50 500 500]/CropBox[10 20 210 320]",
      width: 400,
      height: 600, box: word, left: 50, top: 25, right: 80, bottom: 35),
    Pose(
      testDescription: "a picture with a margin", page: "/MediaBox[0 0 200 300]", width: 400, height: 600,
      area: SheetArea(left: 10, top: 15, right: 190, bottom: 285), box: word, left: 55, top: 37.5, right: 82,
      bottom: 46.5),
    Pose(
      testDescription: "lines that ran down the scan", page: "/MediaBox[0 0 200 300]", width: 400,
      height: 600,
      rotation: 270, box: BoundingBox(left: 100, top: 50, right: 120, bottom: 110), left: 50, top: 25,
      right: 60,
      bottom: 55),
  ]

  @Test("words on their boxes", arguments: poses)
  func places(_ pose: Pose) async throws {
    try await SmallFiles.withTarget { target in
      let page = SmallFiles.page(
        [("quyết", pose.box)], width: pose.width, height: pose.height, rotation: pose.rotation,
        area: pose.area)
      let source = SmallFiles.pdf(page: pose.page, content: "0 0 10 10 re f")
      _ = try SearchablePDF(.none).write(SmallFiles.file([page]), from: .data(source), to: target)
      let word = try #require(try Tool.words(target).first)
      #expect(word.text == "quyết")
      for (seen, wanted) in [
        (word.left, pose.left), (word.top, pose.top), (word.right, pose.right), (word.bottom, pose.bottom),
      ] {
        #expect(abs(seen - wanted) < 0.5, "\(word)")
      }
    }
  }

  @Test("words of a leaning line stand on their own heights and stay whole")
  func leans() async throws {
    try await SmallFiles.withTarget { target in
      // A line that falls by 2 degrees: 35 pixels over 1000.
      let words = (0..<10).map { index in
        let (left, top) = (100 + 100 * index, 200 + Int((3.49 * Double(index)).rounded()))
        return ("nghiêng\(index)", BoundingBox(left: left, top: top, right: left + 90, bottom: top + 23))
      }
      let page = SmallFiles.page(words, width: 1200, height: 1600, skew: 2)
      let source = SmallFiles.pdf(page: "/MediaBox[0 0 600 800]", content: "0 0 10 10 re f")
      _ = try SearchablePDF(.none).write(SmallFiles.file([page]), from: .data(source), to: target)
      let found = try Tool.words(target)
      #expect(Set(found.map(\.text)) == Set(words.map(\.0)))
      for (text, box) in words {
        let word = try #require(found.first { $0.text == text })
        #expect(abs(word.left - Double(box.left) / 2) < 1.5, "\(word)")
        #expect(abs(word.top + word.bottom - Double(box.top + box.bottom) / 2) < 3, "\(word)")
      }
    }
  }

  @Test("no space is put where the end of a line cuts a number")
  func joinsNumbers() throws {
    var font = GlyphlessFont()
    let box = BoundingBox(left: 10, top: 10, right: 60, bottom: 20)
    let below = BoundingBox(left: 10, top: 30, right: 60, bottom: 40)
    var page = SmallFiles.page([("57-", box)], width: 100, height: 100)
    page.blocks[0].lines += SmallFiles.page([("NQ/TW", below)], width: 100, height: 100).lines
    let document = try QPDFDocument(SmallFiles.pdf(page: "/MediaBox[0 0 100 100]", content: ""), name: "a")
    let sheet = try #require(document.page(1).flatMap(PageBox.init))
    let content = try #require(TextLayer(page, on: sheet)?.content(&font, resource: "F"))
    // One space only: after the last line.
    #expect(String(decoding: content, as: UTF8.self).components(separatedBy: "<0004> Tj").count == 2)
    #expect(font.characters[3] == " ")
  }
}
