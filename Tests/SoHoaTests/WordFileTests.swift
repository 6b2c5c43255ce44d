import Foundation
import SoHoaExport
import SoHoaModel
import Testing

/// Word documents as LibreOffice opens and prints them, and as Python's zipfile reads them.
@Suite struct WordFileTests {
  private static let inputs = [
    "scans/plan-table.digital.pdf", "scans/decree.digital.pdf", "text/party-resolution.unmarked.txt",
    "text/minutes.plain.txt", "text/dispatch.ocr.txt",
  ]

  /// The texts of the paragraphs of `word/document.xml`, a line each; fails if a part of the zip is damaged.
  private static let script = """
    import re, sys, zipfile
    import xml.etree.ElementTree as tree
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for path in sys.argv[1:]:
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            for name in package.namelist():
                tree.fromstring(package.read(name))
            for paragraph in tree.fromstring(package.read("word/document.xml")).iter(space + "p"):
                print("".join(node.text if node.tag == space + "t" else " " for node in paragraph.iter()
                              if node.tag in (space + "t", space + "br")))
    """

  /// One start of LibreOffice prints them all: it takes longer than all the rest.
  @Test("LibreOffice prints what we wrote, all of it and nothing else")
  func printed() async throws {
    let scratch = try ScratchFolder()
    var documents: [URL] = []
    for (index, input) in Self.inputs.enumerated() {
      let target = scratch.url.appendingPathComponent("\(index).docx")
      try OutputFormat.docx.encode(await Fixtures.convert(input)).write(to: target)
      documents.append(target)
    }
    let office = try Run(
      "soffice",
      [
        "-env:UserInstallation=file://\(scratch.url.path)/profile", "--headless", "--convert-to", "pdf",
        "--outdir", scratch.url.path,
      ] + documents.map(\.path))
    try #require(
      office.status == 0,
      "LibreOffice did not run; install libreoffice-writer-nogui (make setup-test): \(office.errors)")
    for (input, document) in zip(Self.inputs, documents) {
      let pdf = document.deletingPathExtension().appendingPathExtension("pdf")
      try compare(try words(of: document), try Self.pages(of: pdf), input)
    }
  }

  private func words(of document: URL) throws -> [String] {
    let run = try Run("/usr/bin/python3", ["-c", Self.script, document.path])
    try #require(run.status == 0, "\(run.errors)")
    return run.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func pages(of pdf: URL) throws -> [[String]] {
    let run = try Run("pdftotext", ["-layout", pdf.path, "-"])
    try #require(run.status == 0, "pdftotext did not run; install poppler-utils: \(run.errors)")
    return run.output.split(separator: "\u{0C}").map { page in
      page.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  /// As bags of letters: lines end where they like. Pages from the second on have their number on top, and a table
  /// that goes on has its head again.
  private func compare(_ ours: [String], _ pages: [[String]], _ input: String) throws {
    #expect((1...4).contains(pages.count), "\(input): \(pages.count) pages")
    for (index, page) in pages.enumerated().dropFirst() {
      #expect(page.first == "\(index + 1)", "\(input): page \(index + 1) begins with \(page.prefix(3))")
    }
    let printed = Self.letters([pages[0]] + pages.dropFirst().map { Array($0.dropFirst()) })
    let missing = Self.letters([ours]).filter { printed[$0.key, default: 0] < $0.value }
    #expect(missing.isEmpty, "\(input): not printed: \(missing.keys.sorted())")
    guard !input.contains("table") else { return }
    #expect(printed == Self.letters([ours]), "\(input): printed more than was written")
  }

  private static func letters(_ pages: [[String]]) -> [Character: Int] {
    pages.joined().joined().precomposedStringWithCanonicalMapping.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
  }

  @Test("no word of a page is lost", arguments: ["scans/plan-table.digital.pdf", "text/decree.plain.txt"])
  func isComplete(_ input: String) async throws {
    let file = try await Fixtures.convert(input)
    let scratch = try ScratchFolder()
    let target = scratch.url.appendingPathComponent("a.docx")
    try OutputFormat.docx.encode(file).write(to: target)
    let ours = Self.letters([try words(of: target)])
    let aside: Set<CellKind> = [
      .rubble, .arrivalStamp, .signatureBanner, .pageNumber, .runningHeader, .runningFooter,
    ]
    let left = Set(
      file.documents.flatMap { $0.structure.cells }.filter { aside.contains($0.kind) }.flatMap(\.words))
    let page = file.pages.flatMap { $0.blocks.filter { !$0.isFurniture } }.flatMap { block in
      let repeated = Set(
        (block.table?.cells ?? []).filter { $0.row < block.table!.repeatedRows }.flatMap(\.lines))
      return block.lines.filter { !repeated.contains($0.id) }.flatMap(\.words).filter {
        !left.contains($0.id)
      }
    }
    let lost = Self.letters([page.map(\.text)]).filter {
      $0.key != " " && ours[$0.key, default: 0] < $0.value
    }
    #expect(lost.isEmpty, "\(lost)")
  }
}
