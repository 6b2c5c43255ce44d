import Foundation
import SoHoa
import SoHoaExport
import Testing

@testable import SoHoaPDF

/// From a scan to its searchable copy, with the real engine.
struct WholeFileTests {
  private static let converter = Converter(
    settings: ConversionSettings(), jobs: 2,
    dictionaries: DictionaryFolder(SmallFiles.root.appendingPathComponent("dictionaries")))

  @Test("a scan can be searched, says what it is and is PDF/A-1b")
  func scan() async throws {
    let input = Input(.file(SmallFiles.fixture("scans/party-resolution.scan.pdf")))
    let file = try await Self.converter.convert(input)
    try await SmallFiles.withTarget { target in
      let findings = try SearchableCopy(.a1b).write(file, of: input, to: target)
      #expect(findings.map(\.code) == ["pdf.archival"])
      #expect(try Tool.preflight(target) == "")
      #expect(try Tool.complaints(target) == "")
      try Self.checkText(target, of: file)
      try Self.checkBookmarks(target)
      let metadata = try Tool.run("pdfinfo", ["-meta", target.path], package: "poppler-utils").output
      #expect(metadata.contains("<dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag></dc:language>"))
      #expect(metadata.contains(file.source.sha256))
    }
  }

  /// Nearly every word is found whole, and a phrase over the end of a line.
  private static func checkText(_ target: URL, of file: ConvertedFile) throws {
    let text = try Tool.text(target)
    #expect(text == text.precomposedStringWithCanonicalMapping)
    #expect(text.contains("Nghị quyết"))
    let found = text.split(whereSeparator: \.isWhitespace)
    let read = file.pages.flatMap(\.words).flatMap { $0.text.split(separator: " ") }
    let lost = read.filter { !Set(found).contains($0) }
    #expect(lost.count * 100 <= read.count, "\(lost)")
    #expect(found.joined(separator: " ").contains("ở một số cửa sông, khu nuôi trồng"))
  }

  private static func checkBookmarks(_ target: URL) throws {
    let objects = try Tool.run("qpdf", ["--json", "--json-key=outlines", target.path], package: "qpdf").output
    #expect(objects.contains("I- TÌNH HÌNH VÀ NGUYÊN NHÂN"))
    #expect(objects.contains("\"destpageposfrom1\": 2"))
  }

  @Test("an input or a PDF of others is never written over; our own copy is")
  func keepsFiles() async throws {
    let source = SmallFiles.fixture("images/bits.png")
    try await SmallFiles.withTarget { target in
      let folder = target.deletingLastPathComponent()
      let copied = folder.appendingPathComponent("page.png")
      try FileManager.default.copyItem(at: source, to: copied)
      let input = Input(.file(copied))
      let file = try await Self.converter.convert(input)
      let output = try OutputFolder(folder)
      let written = try output.write(file, of: input, name: "page", formats: [.pdf, .json])
      #expect(written.findings.contains { $0.code == "pdf.archival" })
      _ = try output.write(file, of: input, name: "page", formats: [.pdf])

      let foreign = folder.appendingPathComponent("other.pdf")
      try Data("%PDF-1.4".utf8).write(to: foreign)
      #expect(throws: ConversionFailure.self) {
        try output.write(file, of: input, name: "other", formats: [.pdf, .txt])
      }
      #expect(try Data(contentsOf: foreign) == Data("%PDF-1.4".utf8))
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("other.txt").path))

      let own = Input(.file(folder.appendingPathComponent("page.pdf")))
      let again = try await Self.converter.convert(own)
      #expect(again.pages.map(\.words.count) == file.pages.map(\.words.count))
      #expect(throws: ConversionFailure.self) {
        try output.write(again, of: own, name: "page", formats: [.pdf])
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["other.pdf", "other.txt", "page.json", "page.pdf", "page.png"])
    }
  }

  @Test("a file that has changed since it was read, and text, have no copy")
  func refuses() async throws {
    try await SmallFiles.withTarget { target in
      let folder = target.deletingLastPathComponent()
      let text = Input(.file(folder.appendingPathComponent("a.txt")))
      try Data("Kính gửi: Sở Nội vụ".utf8).write(to: folder.appendingPathComponent("a.txt"))
      let file = try await Self.converter.convert(text)
      #expect(throws: ConversionFailure.self) { try SearchableCopy().write(file, of: text, to: target) }
      try Data("khác".utf8).write(to: folder.appendingPathComponent("a.txt"))
      #expect(throws: ConversionFailure.self) { try SearchableCopy().write(file, of: text, to: target) }
      #expect(!FileManager.default.fileExists(atPath: target.path))
    }
  }

  @Test("files made to swell give a copy or a clear error, and no more time than their share")
  func bombs() async throws {
    for name in ["content-swells", "forms-laugh", "nested-arrays", "page-huge", "picture-pixels"] {
      let input = Input(.file(SmallFiles.fixture("bombs/\(name).pdf")))
      let file = try await Self.converter.convert(input)
      try await SmallFiles.withTarget { target in
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try SearchableCopy().write(file, of: input, to: target) }
        #expect(time < .seconds(30), "\(name)")
      }
    }
  }
}
