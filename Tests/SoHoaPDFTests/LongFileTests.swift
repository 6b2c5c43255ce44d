import Foundation
import SoHoaModel
import Testing

@testable import SoHoaPDF

struct LongFileTests {
  /// Ten words in each of forty lines.
  private static func page(_ number: Int) -> Page {
    var index = 0
    let lines = (0..<40).map { row in
      let words = (0..<10).map { column in
        index += 1
        let (left, top) = (80 + 78 * column, 60 + 28 * row)
        return Word(
          id: ID(page: number, index: index),
          box: BoundingBox(left: left, top: top, right: left + 70, bottom: top + 20),
          observed: Reading(
            text: ["quyết", "định", "số", "\(number)"][column % 4], confidence: 1, stage: "test"))
      }
      return Line(id: ID(page: number, index: row + 1), box: nil, words: words)
    }
    return Page(
      number: number, origin: .recognised, width: 909, height: 1286, dpi: 110,
      blocks: [Block(id: ID(page: number, index: 1), box: nil, lines: lines)])
  }

  @Test("five hundred scans, a page at a time")
  func manyPages() async throws {
    let scan = try Data(contentsOf: SmallFiles.fixture("scans/decision.low.jpg"))
    try await SmallFiles.withTarget { target in
      let book = target.appendingPathExtension("source")
      var pages = try PictureBook(book)
      let picture = try #require(StoredPicture(scan, page: 1))
      for _ in 0..<500 { try pages.add(picture, size: (595, 842)) }
      try pages.close()
      let file = SmallFiles.file((1...500).map(Self.page))
      let clock = ContinuousClock()
      let before = Self.peak
      let time = try clock.measure { _ = try SearchablePDF().write(file, from: .file(book), to: target) }
      print("500 pages in \(time), peak memory \(before) -> \(Self.peak) kB")
      #expect(time < .seconds(30))
      let size = { (url: URL) in try FileManager.default.attributesOfItem(atPath: url.path)[.size] as! Int }
      #expect(try size(target) < size(book) + 500 * 3000 + 10_000)
      #expect(try Tool.text(target, "-f", "500", "-l", "500").contains("quyết định số 500"))
    }
  }

  /// Of this process, in kB.
  private static var peak: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.firstMatch(of: /VmHWM:\s+(\d+)/).flatMap { Int($0.1) } ?? 0
  }
}
