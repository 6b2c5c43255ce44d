import Foundation
import SoHoaModel
import SoHoaStructure
import TestPages
import Testing

@testable import SoHoaExtraction

/// The typed truths of the fixtures: what stands on them must come out as it stands.
@Suite struct FixtureTests {
  private static let folder = dictionaries.url.deletingLastPathComponent().appendingPathComponent(
    "fixtures/truth")
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".truth.txt") }.map { String($0.dropLast(".truth.txt".count)) }
      .sorted()
  }()

  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  @Test("there are fixtures to read") func fixtures() { #expect(Self.names.count >= 8) }

  @Test("header and closing are right", arguments: names)
  func header(_ name: String) throws {
    let truth = try truth(name)
    let record = reading.read(try text(name)).record
    #expect(record.number?.value?.number == truth["number"] as? String)
    #expect(record.number?.value?.full == truth["number_full"] as? String)
    #expect(record.kind?.value?.name == truth["document_type"] as? String)
    #expect(record.place?.value == truth["place"] as? String)
    #expect(record.issueDate?.value?.edtf == truth["issue_date"] as? String)
    let recipients = (truth["recipients"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(
      record.recipients.map { Self.plain($0.party.text) }
        == recipients.map(Self.plain).filter { !$0.hasPrefix("Lưu") })
    if let signer = truth["signer"] as? [String: Any], let name = signer["name"] as? String {
      #expect(record.signers.map(\.name?.value).contains(name))
    }
  }

  @Test("every cited document is found, once", arguments: names)
  func references(_ name: String) throws {
    let truth = try truth(name)["references"] as? [[String: Any]] ?? []
    let record = reading.read(try text(name)).record
    #expect(
      Set(record.references.compactMap(\.number.full)) == Set(truth.compactMap { $0["number"] as? String }))
  }

  @Test("no word of the paper stands in two places, and only labels stand in none", arguments: names)
  func words(_ name: String) throws {
    let pages = textPages(try text(name))
    let structure = reading.parser.run(pages)
    let used = structure.cells.flatMap(\.words) + structure.body.flatMap(Self.words)
    #expect(Set(used).count == used.count)
    let lost = pages.flatMap(\.words).filter { !Set(used).contains($0.id) }.map(\.text)
    #expect(lost.allSatisfy { $0.count <= 6 }, "\(lost)")
  }

  private static func words(_ node: Node) -> [ID<Word>] {
    (node.title?.words ?? []) + (node.text?.words ?? []) + node.children.flatMap(words)
  }

  private static func plain(_ text: String) -> String {
    text.trimmingCharacters(in: CharacterSet(charactersIn: " .;,"))
  }

  private func truth(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".record.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The truth with the first of its alternatives `{a|b}`.
  private func text(_ name: String) throws -> String {
    var text = try String(
      contentsOf: Self.folder.appendingPathComponent(name + ".truth.txt"), encoding: .utf8)
    while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
      let inside = text[text.index(after: open)..<close]
      text.replaceSubrange(open...close, with: inside.split(separator: "|").first ?? "")
    }
    return text
  }
}
