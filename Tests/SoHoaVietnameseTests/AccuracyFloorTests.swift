import Foundation
import SoHoaDictionaries
import Testing

@testable import SoHoaVietnamese

/// Floors under accuracy, on sixty lines of our own with what Tesseract read from damaged pages of them.
@Suite("Accuracy floors")
struct AccuracyFloorTests {
  private static let lines = Result {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/administrative_lines.tsv")
    return try Table(contentsOf: url)
  }

  enum Look: String, CaseIterable {
    case unmarked, eng, vie, right
  }

  private func score(_ look: Look) throws -> RestorationScore {
    let table = try Self.lines.get()
    let printed = table.column("printed")
    let observed =
      switch look {
      case .unmarked: printed.map(HeldOutText.unmarked)
      case .right: printed
      case .eng, .vie: table.column(look.rawValue)
      }
    let lines = Shared.lines(observed.joined(separator: "\n"))
    var score = RestorationScore()
    for (index, restored) in try Shared.restorer.get().restore(lines).enumerated() {
      score.add(observed: lines[index], restored: restored, printed: printed[index])
    }
    return score
  }

  @Test(
    "hold for each look of the text",
    arguments: [(Look.unmarked, 0.015), (.eng, 0.09), (.vie, 0.02), (.right, 0.0)])
  func floor(_ row: (look: Look, mostWrong: Double)) throws {
    let score = try score(row.look)
    #expect(score.tokens > 650)
    #expect(Double(score.wrongAfter) / Double(score.tokens) <= row.mostWrong, "\(score.confusions)")
    #expect(score.digitsAltered == 0)
  }

  @Test("at least half of what Tesseract's Vietnamese model misread is mended, hardly anything broken")
  func nearlyRight() throws {
    let score = try score(.vie)
    #expect(score.wrongBefore > 20)
    #expect(score.wrongAfter * 2 <= score.wrongBefore)
    #expect(score.broken <= 1)
  }

  @Test("every part of the restorer earns its place on ruined text")
  func parts() throws {
    let table = try Self.lines.get()
    let lines = Shared.lines(table.column("eng").joined(separator: "\n"))
    func wrong(_ change: (inout RestorerParts) -> Void) throws -> Int {
      var parts = RestorerParts()
      change(&parts)
      let restorer = try Restorer(dictionaries: Shared.folder.get(), parts: parts)
      var score = RestorationScore()
      for (index, restored) in restorer.restore(lines).enumerated() {
        score.add(observed: lines[index], restored: restored, printed: table.column("printed")[index])
      }
      return score.wrongAfter
    }
    let all = try wrong { _ in }
    #expect(try wrong { $0.order = 2 } >= all)
    #expect(try wrong { $0.order = 1 } > all + 50)
    #expect(try wrong { $0.learnedChannel = false } > all + 20)
  }
}
