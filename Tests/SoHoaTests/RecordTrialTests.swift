import Foundation
import SoHoa
import Testing

/// Damaged text costs no crash, no word its place and no value its words. Longer runs: `sohoa record fuzz`.
@Suite struct RecordTrialTests {
  private static let sources: [String] = {
    let folder = Fixtures.file("truth")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".truth.txt") }.sorted().compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }()

  @Test("there is text to damage") func areThere() { #expect(Self.sources.count > 10) }

  @Test("damaged text is read without a fault", arguments: 0..<60)
  func damaged(seed: Int) throws {
    var mutator = TextMutator(sources: Self.sources, seed: UInt64(seed) + 7_000)
    let trial = try RecordTrial(dictionaries: Fixtures.dictionaries)
    let pages = try RecordTrial.pages(mutator.text())
    let structure = trial.structure(pages)
    #expect(RecordTrial.faults(pages, structure, trial.extraction(pages, structure)) == [])
  }

  @Test("a word in two places is a fault")
  func twice() throws {
    let trial = try RecordTrial(dictionaries: Fixtures.dictionaries)
    let pages = try RecordTrial.pages(Self.sources[0])
    var structure = trial.structure(pages)
    structure.body += structure.body
    #expect(!RecordTrial.faults(pages, structure, trial.extraction(pages, structure)).isEmpty)
  }
}
