import Foundation
import SoHoa
import SoHoaEvaluation
import SoHoaExport
import Testing

/// Floors under what we reach on our own fixtures; raised as we get better, never lowered quietly.
@Suite(.serialized) struct AccuracyTests {
  /// Results of all fixtures, converted once.
  private static let evaluation = Task { try await evaluate() }

  private static func evaluate() async throws -> Evaluation {
    let scratch = try ScratchFolder()
    let folder = try OutputFolder(scratch.url)
    let inputs = Input.gather(
      [Fixtures.file("scans").path, Fixtures.file("text").path], leavingOut: nil)
    await Batch(converter: Fixtures.converter(), jobs: 2).run(inputs) { input, name, result in
      guard case .success(let file) = result else { return }
      _ = try? folder.write(file, of: input, name: name, formats: [.json])
    }
    return try Evaluation(truth: Fixtures.file("truth"), results: scratch.url)
  }

  private func files(_ isWanted: (String) -> Bool) async throws -> [Evaluation.FileScore] {
    try await Self.evaluation.value.files.filter { isWanted($0.name) && !$0.name.hasSuffix(".crop") }
  }

  private func syllableErrors(_ files: [Evaluation.FileScore]) -> Double {
    files.compactMap { $0.text?.syllables }.reduce(ErrorRate(errors: 0, total: 0), +).rate
  }

  @Test func everyFixtureGivesAResult() async throws {
    let evaluation = try await Self.evaluation.value
    #expect(evaluation.files.count >= 39)
    #expect(evaluation.unmatchedResults.isEmpty)
    #expect(evaluation.unmatchedTruths.isEmpty)
  }

  @Test func cleanPagesReadWell() async throws {
    let rate = syllableErrors(try await files { $0.hasSuffix(".clean") || $0.hasSuffix(".digital") })
    #expect(rate <= 0.004, "syllable error rate \(rate)")
  }

  @Test func damagedPagesReadFairly() async throws {
    let damaged = try await files { name in
      [".scan", ".copy", ".fax", ".arrival", ".mixed"].contains { name.hasSuffix($0) }
    }
    let rate = syllableErrors(damaged)
    #expect(rate <= 0.02, "syllable error rate \(rate)")
  }

  @Test func ruinedTextIsRestored() async throws {
    let ruined = try await files { $0.hasSuffix(".ocr") }
    let seen = ruined.compactMap { $0.text?.observedSyllables.rate }
    #expect(seen.allSatisfy { $0 > 0.8 }, "the fixtures are no longer ruined")
    let rate = syllableErrors(ruined)
    #expect(rate <= 0.11, "syllable error rate \(rate)")
  }

  @Test func unmarkedTextIsRestored() async throws {
    let rate = syllableErrors(try await files { $0.hasSuffix(".unmarked") })
    #expect(rate <= 0.012, "syllable error rate \(rate)")
  }

  @Test func rightTextStaysRight() async throws {
    let rate = syllableErrors(try await files { $0.hasSuffix(".plain") })
    #expect(rate <= 0.001, "syllable error rate \(rate)")
  }

  @Test(
    "fields reach their floors",
    arguments: [
      ("document_type", 0.99), ("agency", 0.96), ("agency_parent", 0.95), ("place", 0.96), ("title", 0.93),
      ("headings", 0.97), ("outline", 0.97), ("references", 0.98), ("dates", 0.94), ("recipients", 0.93),
      ("archive.codes", 0.93), ("signer.authority", 0.97), ("signer.title", 0.94), ("signer.name", 0.79),
      ("responsible_parties", 0.9), ("tables", 0.94), ("urgency", 0.9), ("symbol", 0.96),
    ])
  func fields(_ name: String, floor: Double) async throws {
    let score = try #require(try await Self.evaluation.value.fields[name])
    #expect(score.f1 >= floor, "\(name): F1 \(score.f1)")
  }

  @Test("printed numbers and dates are read", arguments: ["number_full", "symbol", "issue_date"])
  func printedNumbers(_ name: String) async throws {
    let printed = try await files { file in
      [".clean", ".digital", ".mixed", ".copy", ".plain", ".ocr"].contains { file.hasSuffix($0) }
    }
    let score = printed.compactMap { $0.fields[name]?.score }.reduce(FieldScore(), +)
    #expect(score.f1 >= 0.95, "\(name): F1 \(score.f1)")
  }

  /// A wrong date or number that looks right is the worst thing that we can produce.
  @Test("numbers and dates are right or null", arguments: ["number", "number_full", "issue_date"])
  func neverGuesses(_ name: String) async throws {
    let score = try #require(try await Self.evaluation.value.fields[name])
    #expect(score.wrong == 0, "\(name): \(score.wrong) wrong of \(score.right + score.wrong)")
  }
}
