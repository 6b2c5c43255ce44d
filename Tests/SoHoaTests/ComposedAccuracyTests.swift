import Foundation
import SoHoa
import SoHoaEvaluation
import SoHoaExport
import SoHoaModel
import Testing

/// Floors under what we read of composed documents of all families, clean and with noise of every strength
/// (fixtures/composed, written by benchmarks/records); raised as we get better, never lowered quietly.
@Suite(.serialized) struct ComposedAccuracyTests {
  /// Results of all documents, converted once.
  private static let evaluation = Task { try await evaluate() }

  private static func evaluate() async throws -> Evaluation {
    let scratch = try ScratchFolder()
    let folder = try OutputFolder(scratch.url)
    let inputs = Input.gather([Fixtures.file("composed/text").path], leavingOut: nil)
    let converter = Fixtures.converter(ConversionSettings(allowClassified: true))
    await Batch(converter: converter, jobs: 2).run(inputs) { input, name, result in
      guard case .success(let file) = result else { return }
      _ = try? folder.write(file, of: input, name: name, formats: [.json])
    }
    return try Evaluation(truth: Fixtures.file("composed/truth"), results: scratch.url)
  }

  private func score(_ field: String, _ variants: Set<String>) async throws -> FieldScore {
    try await Self.evaluation.value.files.filter { variants.contains($0.variant) }
      .compactMap { $0.fields[field]?.score }.reduce(FieldScore(), +)
  }

  @Test func everyDocumentGivesAResult() async throws {
    let evaluation = try await Self.evaluation.value
    #expect(evaluation.files.count == 40)
    #expect(Set(evaluation.files.compactMap(\.family)).count == 5)
    #expect(evaluation.unmatchedResults.isEmpty && evaluation.unmatchedTruths.isEmpty)
  }

  @Test(
    "fields of clean documents reach their floors",
    arguments: [
      ("document_type", 0.98), ("family", 0.98), ("number_full", 0.98), ("agency", 0.98), ("place", 0.98),
      ("issue_date", 0.98), ("title", 0.98), ("outline", 0.98), ("headings", 0.98), ("references", 0.98),
      ("references.date", 0.98), ("references.kind", 0.98), ("dates", 0.97), ("deadlines", 0.98),
      ("responsible_parties", 0.96), ("tasks", 0.94), ("recipients", 0.98), ("signer.name", 0.98),
      ("signer.title", 0.98),
    ])
  func clean(_ name: String, floor: Double) async throws {
    let score = try await score(name, ["clean"])
    #expect(score.right > 0 && score.f1 >= floor, "\(name): F1 \(score.f1)")
  }

  @Test(
    "fields of documents as a scanner leaves them reach their floors",
    arguments: [
      ("document_type", 0.98), ("family", 0.98), ("number_full", 0.95), ("agency", 0.98), ("place", 0.95),
      ("issue_date", 0.95), ("title", 0.91), ("outline", 0.98), ("headings", 0.96), ("references", 0.98),
      ("references.date", 0.96), ("references.kind", 0.98), ("dates", 0.95), ("deadlines", 0.97),
      ("responsible_parties", 0.86), ("tasks", 0.77), ("recipients", 0.92), ("signer.name", 0.98),
      ("signer.title", 0.98),
    ])
  func scanned(_ name: String, floor: Double) async throws {
    let score = try await score(name, ["scan"])
    #expect(score.right > 0 && score.f1 >= floor, "\(name): F1 \(score.f1)")
  }

  /// A wrong date or number that looks right is the worst thing that we can produce.
  @Test("numbers and dates of issue are right or null", arguments: ["number_full", "issue_date"])
  func neverGuesses(_ name: String) async throws {
    let score = try await score(name, ["clean", "scan", "poor", "ruined"])
    #expect(score.wrong == 0, "\(name): \(score.wrong) wrong of \(score.right + score.wrong)")
  }
}
