import Foundation
import SoHoaModel

@testable import SoHoaPDF

/// Files made by hand, and what was "read" from them.
enum SmallFiles {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func fixture(_ path: String) -> URL { root.appendingPathComponent("fixtures/\(path)") }

  /// A page of these entries and this content.
  static func pdf(page: String, content: String, catalogue: String = "", more: [String] = []) -> Data {
    let objects =
      [
        "<</Type/Catalog/Pages 2 0 R \(catalogue)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R \(page)>>",
        "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      ] + more
    let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    return Data("%PDF-1.7\n\(body)trailer\n<</Root 1 0 R/Size \(objects.count + 1)>>\n%%EOF\n".utf8)
  }

  /// One line of words.
  static func page(
    _ words: [(String, BoundingBox)], number: Int = 1, width: Int, height: Int, rotation: Int = 0,
    skew: Double = 0,
    area: SheetArea? = nil, origin: Page.Origin = .recognised
  ) -> Page {
    let line = Line(
      id: ID(page: number, index: 1), box: nil,
      words: words.enumerated().map { index, word in
        Word(
          id: ID(page: number, index: index + 1), box: word.1,
          observed: Reading(text: word.0, confidence: 1, stage: "test"))
      })
    return Page(
      number: number, origin: origin, width: width, height: height, dpi: 72, rotation: rotation, skew: skew,
      area: area, blocks: [Block(id: ID(page: number, index: 1), box: nil, lines: [line])])
  }

  static func file(
    _ pages: [Page], name: String = "a.pdf", pageCount: Int? = nil, signatures: [FileSignature] = [],
    documents: [ConvertedDocument] = []
  ) -> ConvertedFile {
    ConvertedFile(
      software: Software(components: []), settings: ConversionSettings(),
      source: SourceFile(
        name: name, sha256: String(repeating: "ab", count: 32), bytes: 1, mediaType: "pdf",
        pageCount: pageCount ?? pages.count, signatures: signatures),
      pages: pages, documents: documents, findings: [])
  }

  /// Runs `body` with the path of a file that does not exist yet, and cleans up.
  static func withTarget<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appendingPathComponent("copy.pdf"))
  }
}
