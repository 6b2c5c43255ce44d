import Foundation
import SoHoa
import SoHoaDictionaries
import Testing

/// fixtures/kinds: kinds of documents that a register sees a few times a year.
@Suite struct RareKindTests {
  static let expected: [[String: String]] = {
    let folder = DictionaryFolder(Fixtures.file("kinds"))
    return (try? folder.table("expected.tsv").records) ?? []
  }()

  @Test func everyTextIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.file("kinds").path)
    let texts = files.filter { $0.hasSuffix(".txt") }.map { $0.dropLast(4) }
    #expect(texts.count >= 23)
    #expect(Set(texts.map(String.init)) == Set(Self.expected.compactMap { $0["file"] }))
  }

  @Test func recordsAreAsAnExpertReadsThem() async throws {
    let converter = Fixtures.converter()
    for row in Self.expected {
      let name = row["file"] ?? ""
      let file = try await converter.convert(Input(.file(Fixtures.file("kinds/\(name).txt"))))
      #expect(file.documents.count == 1, "\(name)")
      let record = file.documents[0].record
      func check(_ column: String, _ value: String?) {
        #expect(value ?? "" == row[column] ?? "", "\(name), \(column)")
      }
      check("family", record.family?.value?.rawValue)
      check("kind", record.kind?.value?.name)
      check("number", record.number?.value?.full)
      check("issued", record.issueDate?.value?.edtf)
      check("issuer", record.issuer?.name)
      check("signers", record.signers.compactMap { $0.name?.value }.joined(separator: ";"))
      check("title", record.title?.value)
      let isDoubtful = file.documents[0].findings.contains { $0.code == "title.missing" }
      #expect(!isDoubtful, "\(name)")
    }
  }
}
