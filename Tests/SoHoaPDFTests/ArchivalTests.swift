import Foundation
import SoHoaModel
import Testing

@testable import SoHoaPDF

/// What is mended, what is refused, and what is said of it.
struct ArchivalTests {
  private static let page = SmallFiles.page(
    [("chữ", BoundingBox(left: 10, top: 10, right: 60, bottom: 20))], width: 200, height: 300)

  struct Source: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var page = ""
    var content = "0 0 10 10 re f"
    var catalogue = ""
    var more: [String] = []
    var wanted = SearchablePDF.Conformance.a1b
    var findings: [String]
  }

  static let sources = [
    Source(testDescription: "plain", findings: ["pdf.archival"]),
    Source(
      testDescription: "scripts and actions", page: "/AA<</O 5 0 R>>",
      catalogue: "/OpenAction 5 0 R/AA<</WC 5 0 R>>/Names<</JavaScript<</Names[(a) 5 0 R]>>>>",
      more: ["<</S/JavaScript/JS(app.alert\\(1\\))>>"], findings: ["pdf.archival"]),
    Source(
      testDescription: "hidden notes and print flags",
      page:
        "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/F 2>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>]",
      findings: ["pdf.archival"]),
    Source(
      testDescription: "a group in which nothing is transparent",
      page: "/Group<</S/Transparency/CS/DeviceRGB>>",
      findings: ["pdf.archival"]),
    Source(
      testDescription: "transparency", page: "/Resources<</ExtGState<</G 5 0 R>>>>",
      content: "/G gs 0 0 9 9 re f",
      more: ["<</Type/ExtGState/ca 0.5>>"], findings: ["pdf.archivalPart"]),
    Source(
      testDescription: "a font that is not embedded", page: "/Resources<</Font<</F 5 0 R>>>>",
      more: ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"], findings: ["pdf.notArchival"]),
    Source(testDescription: "inks", content: "0 0 0 1 k 0 0 9 9 re f", findings: ["pdf.notArchival"]),
    Source(
      testDescription: "attached files", catalogue: "/Names<</EmbeddedFiles<</Names[]>>>>",
      findings: ["pdf.notArchival"]),
    Source(testDescription: "not asked for", wanted: .none, findings: []),
  ]

  @Test("PDF/A as far as the source allows", arguments: sources)
  func archives(_ source: Source) async throws {
    try await SmallFiles.withTarget { target in
      let data = SmallFiles.pdf(
        page: "/MediaBox[0 0 200 300] \(source.page)", content: source.content, catalogue: source.catalogue,
        more: source.more)
      let findings = try SearchablePDF(source.wanted).write(
        SmallFiles.file([Self.page]), from: .data(data), to: target)
      #expect(findings.map(\.code) == source.findings)
      #expect(try Tool.complaints(target) == "")
      let objects = try Tool.objects(target)
      #expect(objects.contains("JavaScript") == false)
      #expect(
        objects.contains("pdfaid:part") == !["pdf.notArchival"].contains(
          source.findings.first ?? "pdf.notArchival"))
      if source.findings == ["pdf.archival"] { #expect(try Tool.preflight(target) == "") }
    }
  }

  @Test("1b is written as PDF 1.4, 2b as 1.7", arguments: [("1b", "%PDF-1.4"), ("2b", "%PDF-1.7")])
  func versions(_ name: String, header: String) async throws {
    try await SmallFiles.withTarget { target in
      let source = SmallFiles.pdf(page: "/MediaBox[0 0 200 300]", content: "")
      let conformance = try #require(SearchablePDF.Conformance(rawValue: name))
      _ = try SearchablePDF(conformance).write(SmallFiles.file([Self.page]), from: .data(source), to: target)
      let bytes = try Data(contentsOf: target)
      #expect(bytes.starts(with: Array(header.utf8)))
      let part = "<pdfaid:part>\(name.prefix(1))</pdfaid:part>"
      #expect(bytes.range(of: Data(part.utf8)) != nil)
    }
  }

  @Test("the same file gives the same bytes")
  func isDeterministic() async throws {
    let copies = try await [1, 2].asyncMap { _ in
      try await SmallFiles.withTarget { target in
        let source = SmallFiles.pdf(page: "/MediaBox[0 0 200 300]", content: "")
        _ = try SearchablePDF().write(SmallFiles.file([Self.page]), from: .data(source), to: target)
        return try Data(contentsOf: target)
      }
    }
    #expect(copies[0] == copies[1])
  }

  @Test("a signed file becomes a copy without signatures that says so")
  func unsigned() async throws {
    try await SmallFiles.withTarget { target in
      let signature = FileSignature(
        signer: "Sở <Nội> vụ", time: "2026-02-09T01:02:03Z", subFilter: nil, coversWholeFile: true)
      let file = SmallFiles.file([Self.page], signatures: [signature, signature])
      let source = SmallFiles.fixture("layers/signed.pdf")
      let before = try Data(contentsOf: source)
      let findings = try SearchablePDF(.none).write(file, from: .file(source), to: target)
      #expect(findings.map(\.code) == ["pdf.copyUnsigned"])
      #expect(findings[0].message.en.contains(file.source.sha256))
      let objects = try Tool.objects(target)
      #expect(!objects.contains("/ByteRange"))
      #expect(!objects.contains("/FT /Sig"))
      #expect(objects.contains("Sở &lt;Nội&gt; vụ 2026-02-09T01:02:03Z"))
      #expect(
        try Tool.run("pdfsig", [target.path], package: "poppler-utils").output.contains("does not contain"))
      #expect(try Data(contentsOf: source) == before)
    }
  }

  @Test("dates of a source are kept where they are whole")
  func dates() {
    #expect(PDFDate("D:20250124072343+07'00'")?.iso8601 == "2025-01-24T07:23:43+07:00")
    #expect(PDFDate("D:20250124072343Z")?.text == "D:20250124072343+00'00'")
    #expect(PDFDate("D:20250124072343+07'00")?.text == "D:20250124072343+07'00'")
    for text in ["D:2025", "24/01/2025", "D:20251324072343Z", "D:20250124992343Z", ""] {
      #expect(PDFDate(text) == nil)
    }
  }
}

extension Sequence {
  func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
