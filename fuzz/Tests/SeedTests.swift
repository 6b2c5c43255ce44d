import Foundation
import Testing

/// What fuzzing began with, and what it once found, goes through the same harnesses.
@Suite struct SeedTests {
  @Test("a seed leaves no fault", .timeLimit(.minutes(5)), arguments: Harness.all.map(\.name))
  func seeds(_ name: String) throws {
    let harness = try #require(Harness.all.first { $0.name == name })
    let seeds = try harness.seeds()
    #expect(!seeds.isEmpty)
    for seed in seeds {
      let faults = try harness.faults(Data(contentsOf: seed))
      #expect(faults.isEmpty, "\(seed.lastPathComponent): \(faults.prefix(3))")
    }
  }
}
