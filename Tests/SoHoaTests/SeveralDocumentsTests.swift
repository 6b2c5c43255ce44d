import Foundation
import SoHoa
import SoHoaModel
import Testing

/// A batch scan: several documents in one file.
@Suite struct SeveralDocumentsTests {
  @Test func eachHasItsPagesAndItsRecord() async throws {
    let first = try String(contentsOf: Fixtures.file("text/decree.plain.txt"), encoding: .utf8)
    let second = try String(contentsOf: Fixtures.file("text/plan-department.ocr.txt"), encoding: .utf8)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).txt")
    try (first + "\u{c}" + second).write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try await Fixtures.converter().convert(Input(.file(url)))
    #expect(file.documents.count == 2)
    #expect(file.documents.flatMap(\.structure.pages) == file.pages.map(\.number))
    #expect(file.documents.map { $0.record.kind?.value?.name } == ["Quyết định", "Kế hoạch"])
    #expect(file.findings.contains { $0.code == "file.documents" })
    for document in file.documents {
      let pages = Set(document.structure.body.flatMap { $0.pages })
      #expect(pages.isSubset(of: Set(document.structure.pages)))
    }
  }
}
