import Foundation
import SoHoaDictionaries
import Testing

@testable import SoHoaRecognition

@Suite struct ConfidenceScaleTests {
  @Test("gives the share of right words at a confidence, never falling")
  func shares() {
    let scale = ConfidenceScale([
      .init(from: 0.9, words: 99, right: 98), .init(from: 0, words: 9, right: 2),
      .init(from: 0.5, words: 39, right: 30), .init(from: 0.7, words: 39, right: 20),
    ])
    #expect(abs(scale.probability(0.2) - 0.25) < 1e-9)
    #expect(abs(scale.probability(0.95) - 0.985) < 1e-9)
    #expect(scale.probability(0.55) == scale.probability(0.75))
    let values = stride(from: 0.0, through: 1, by: 0.01).map(scale.probability)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("the scales that ship cover both Vietnamese models and rise from doubt to certainty")
  func shipped() throws {
    let scales = try ConfidenceScale.all(in: .locate())
    #expect(Set(scales.keys) == ["vie", "Vietnamese"])
    for scale in scales.values {
      #expect(scale.probability(0.1) < 0.4)
      #expect(scale.probability(0.968) > 0.98)
    }
  }

  @Test("a malformed table is an error that names its line")
  func malformed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "model\tfrom\twords\tright\nvie\tmuch\t1\t1\n"
      .write(to: folder.appending(path: "engine_confidence.tsv"), atomically: true, encoding: .utf8)
    #expect(throws: DictionaryError.self) { try ConfidenceScale.all(in: DictionaryFolder(folder)) }
  }
}
