import Foundation
import Testing

@testable import SoHoaEvaluation

@Suite struct ResultFileTests {
  @Test func judgesThePlainTextOfOtherProgramsPageByPage() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      ["truth/plan.truth.txt": "Kế hoạch\u{0C}năm mới", "truth/plan.p2.truth.txt": "năm mới"], to: folder)
    try write(["results/plan.copy.txt": "Kế hoach\u{0C}năm mới", "results/other.txt": "x"], to: folder)
    let evaluation = try Evaluation(
      truth: folder.appending(path: "truth"), results: folder.appending(path: "results"))
    #expect(evaluation.files.map(\.name) == ["plan.copy"])
    #expect(evaluation.files[0].text?.syllables == ErrorRate(errors: 1, total: 6))
    #expect(evaluation.files[0].fields.isEmpty)
    #expect(evaluation.unmatchedResults == ["other"])
  }

  @Test(
    "counts what is lost, wherever it stands",
    arguments: [
      ("một hai ba", "ba một hai", 0),
      ("một hai hai", "hai một", 1),
      ("một hai", "một hai ba bốn", 0),
      ("năm {hàng|hằng} năm", "hằng năm năm", 0),
      ("", "một", 0),
    ])
  func lost(_ truth: String, _ result: String, errors: Int) {
    #expect(TruthText(truth).lostSyllables(in: result, comparison: .exact).errors == errors)
  }

  private func write(_ files: [String: String], to folder: URL) throws {
    for (name, text) in files {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
  }
}
