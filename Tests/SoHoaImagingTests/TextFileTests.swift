import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct TextFileTests {
  private func pages(_ data: Data) throws -> [Page] {
    let file = try InputFile(data: data, name: "input")
    return try file.pageNumbers.map { number in
      guard case .words(let page) = file.page(number).content else {
        throw AcquisitionError.noText(file: "input", page: number)
      }
      return page
    }
  }

  private static let text = "Số: 05/KH-SYT\nHà Nội, ngày 8 tháng 8 năm 2025\n"

  @Test(
    "reads every encoding with and without a mark",
    arguments: [
      Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8),
      text.data(using: .utf16LittleEndian)!, text.data(using: .utf16BigEndian)!,
      Data([0xFF, 0xFE]) + text.data(using: .utf16LittleEndian)!,
      Data([0xFE, 0xFF]) + text.data(using: .utf16BigEndian)!,
      Data(text.replacing("\n", with: "\r\n").utf8),
      Data(text.decomposedStringWithCanonicalMapping.utf8),
    ])
  func decodes(_ data: Data) throws {
    let page = try #require(pages(data).first)
    #expect(page.lines.map(\.text) == ["Số: 05/KH-SYT", "Hà Nội, ngày 8 tháng 8 năm 2025"])
    #expect(page.origin == .text)
    #expect(page.words.allSatisfy { $0.box == nil && $0.observed.stage == "text" && $0.confidence == 1 })
    let isComposed = page.words.allSatisfy {
      $0.text.unicodeScalars.elementsEqual($0.text.precomposed.unicodeScalars)
    }
    #expect(isComposed)
  }

  @Test("form feeds part pages, empty lines part blocks, indents stay")
  func layout() throws {
    let pages = try pages(Data("a b\n\tc\n\n  d\u{0C}e\n\u{0C}\n".utf8))
    #expect(pages.count == 2)
    #expect(pages[0].blocks.map { $0.lines.map(\.text) } == [["a b", "c"], ["d"]])
    #expect(pages[0].lines.map(\.indent) == [0, 8, 2])
    #expect(pages[0].words.map(\.id.index) == [1, 2, 3, 4])
    #expect(pages[1].words.map(\.id.description) == ["2:1"])
  }

  @Test(
    "names the place of what is no character",
    arguments: [
      (Data([0x61, 0xC3, 0x20, 0x62]), 1, "a\u{FFFD} b"),
      (Data([0xEF, 0xBB, 0xBF, 0x61, 0xFF]), 4, "a\u{FFFD}"),
      (Data([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00]), 4, "a\u{FFFD}b"),
      (Data([0xFF, 0xFE, 0x61, 0x00, 0x62]), 4, "a"),
    ])
  func brokenCharacters(_ data: Data, _ offset: Int, _ text: String) throws {
    let file = try InputFile(data: data, name: "input")
    #expect(file.findings.map(\.code) == ["text.encoding"])
    #expect(file.findings[0].message.en.contains("at byte \(offset)"))
    #expect(try pages(data).flatMap(\.lines).map(\.text) == [text])
  }

  @Test("a text of blanks has no page, an enormous one is refused")
  func limits() {
    #expect(throws: AcquisitionError.noPages(file: "input")) {
      try InputFile(data: Data(" \n\t".utf8), name: "input")
    }
    let settings = AcquireSettings(limits: Limits(maxTextBytes: 4))
    #expect(throws: AcquisitionError.tooManyBytes(file: "input", count: 5, limit: 4)) {
      try InputFile(data: Data("abcde".utf8), name: "input", settings: settings)
    }
  }
}

extension String {
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
