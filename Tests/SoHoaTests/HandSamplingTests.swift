import Foundation
import SoHoa
import SoHoaModel
import SoHoaRecognition
import Testing

/// What is learned from: the blanks of real pages as the network sees them.
@Suite struct HandSamplingTests {
  private func sheet(_ name: String) throws -> HandSampling.Sheet? {
    try HandSampling(language: "vie", dictionaries: Fixtures.dictionaries).sheet(Fixtures.file(name))
  }

  @Test("each blank is seen three times, with its ink and the print beside it")
  func looks() async throws {
    let name = "scans/notice-urgent.slanted.jpg"
    let sheet = try #require(try sheet(name))
    let page = try #require(try await Fixtures.convert(name).pages.first)
    for slot in [HandReading.Slot.number, .day] {
      let strips = sheet.strips.filter { $0.slot == slot }
      let hand = try #require(page.marks.first { $0.hand?.slot == slot }?.box)
      #expect(!strips.isEmpty && strips.count.isMultiple(of: 3))
      #expect(Set(strips.map(\.levels)).count == strips.count)
      #expect(strips.allSatisfy { $0.levels.count == 32 * 144 && $0.levels.contains { $0 > 200 } })
      #expect(strips.contains { $0.shown.left < hand.left && $0.shown.right > hand.right })
      #expect(strips.allSatisfy { $0.shown.left < $0.blank.left && $0.shown.top < $0.blank.bottom })
    }
  }

  @Test("of a page that is no picture nothing comes back")
  func noPicture() throws {
    #expect(try sheet("scans/decree.digital.pdf") == nil)
  }
}
