import SoHoaDictionaries
import SoHoaModel

/// Finds the parts of a document's form in its pages: the cells of Nghị định 30/2020 and the tree of the body.
///
/// Works on pages with boxes and on mere text. Lines that run across two columns are cut, page numbers,
/// stamps and dirt are set apart, and paragraphs are joined over line and page ends.
public struct StructureParser: Sendable {
  private let phrases: FormPhrases
  private let tables: FormTables
  private let names: PersonNames

  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(dictionaries: DictionaryFolder) throws {
    phrases = try FormPhrases(dictionaries)
    tables = try FormTables(dictionaries)
    names = try PersonNames(dictionaries)
  }

  /// Reads one document of a file; what stands on the pages before its own is set apart.
  public func run(_ document: DocumentPages) -> DocumentStructure {
    var structure = run(document.pages)
    structure.pages = document.numbers
    let strays = document.leading.flatMap { PageLines.segments(of: $0.upright) }.map(\.passage)
    guard !strays.isEmpty else { return structure }
    let rubble = structure.cells.firstIndex { $0.kind == .rubble }
    if let rubble { structure.cells[rubble].lines = strays + structure.cells[rubble].lines }
    if rubble == nil { structure.cells.append(Cell(.rubble, strays)) }
    return structure
  }

  /// Reads all pages as one document.
  /// - Complexity: linear in the number of words.
  public func run(_ pages: [Page]) -> DocumentStructure {
    let pages = PageFurniture().mark(pages.map(\.upright))
    let layouts = Dictionary(pages.map { ($0.number, PageLayout($0)) }) { first, _ in first }
    var furniture: [(kind: CellKind, segment: Segment)] = []
    let lines = self.lines(pages, &furniture)
    let firstPage = lines.first?.page
    let first = lines.prefix { $0.page == firstPage }
    let header = firstPage.flatMap { layouts[$0] }.map {
      HeaderParser(phrases: phrases, tables: tables).parse(Array(first), $0)
    }
    let rest = (header?.rest ?? []) + lines.dropFirst(first.count)
    let closing = ClosingParser(phrases: phrases, tables: tables, names: names, layouts: layouts).parse(rest)
    let body = BodyParser(phrases: phrases, tables: tables, layouts: layouts).parse(
      closing.body, annexes: closing.annexes)
    return DocumentStructure(
      pages: pages.map(\.number), cells: CellGrouper.cells((header?.cells ?? []) + closing.cells + furniture),
      body: body.nodes, findings: body.findings)
  }

  private func lines(
    _ pages: [Page], _ furniture: inout [(kind: CellKind, segment: Segment)]
  ) -> [Segment] {
    let strip = Furniture(phrases: phrases)
    furniture += pages.flatMap(MarkCells.pieces)
    let first = pages.first { !$0.lines.isEmpty }?.number
    return pages.flatMap { page in
      let lines = strip.strip(PageLines.segments(of: page), into: &furniture)
      return withoutSecrecy(lines, page, isFirst: page.number == first, &furniture)
    }
  }

  private func withoutSecrecy(
    _ lines: [Segment], _ page: Page, isFirst: Bool, _ cells: inout [(kind: CellKind, segment: Segment)]
  ) -> [Segment] {
    let secrecy = SecrecyLines(phrases: phrases)
    let marks = lines.indices.filter {
      secrecy.isMark($0, of: lines, isFirstPage: isFirst, pageHeight: page.height)
    }
    cells += marks.map { (.secrecy, lines[$0]) }
    return lines.indices.filter { !marks.contains($0) }.map { lines[$0] }
  }
}

/// The marks of a page that are cells of the form.
enum MarkCells {
  static func pieces(of page: Page) -> [(kind: CellKind, segment: Segment)] {
    page.marks.flatMap { mark -> [(kind: CellKind, segment: Segment)] in
      guard let kind = kind(mark.kind) else { return [] }
      return mark.lines.filter { !$0.words.isEmpty }.map {
        (kind, Segment(words: $0.words, page: page.number, row: 0))
      }
    }
  }

  private static func kind(_ kind: PageMark.Kind) -> CellKind? {
    switch kind {
    case .urgencyMark: .urgency
    case .secrecyMark: .secrecy
    case .circulationMark: .circulation
    case .arrivalStamp: .arrivalStamp
    case .signatureBanner: .signatureBanner
    case .seal, .stamp, .signature, .handwriting, .print: nil
    }
  }
}

/// The printed lines of a page; a block and a cell of a table begin anew.
enum PageLines {
  static func segments(of page: Page) -> [Segment] {
    var segments: [Segment] = []
    for block in page.blocks {
      let starts = Set(block.lineRuns.map(\.lowerBound))
      for (index, line) in block.lines.enumerated() where !line.words.isEmpty {
        var segment = Segment(words: line.words, page: page.number, row: segments.count)
        segment.startsBlock = starts.contains(index)
        segment.blockKind = block.kind
        segment.indent = line.indent
        segments.append(segment)
      }
    }
    return segments
  }
}

/// Gathers the lines of each cell, in the order of the form.
enum CellGrouper {
  static func cells(_ pieces: [(kind: CellKind, segment: Segment)]) -> [Cell] {
    let lines = Dictionary(grouping: pieces, by: \.kind).mapValues { $0.map(\.segment.passage) }
    return CellKind.allCases.compactMap { kind in lines[kind].map { Cell(kind, $0) } }
  }
}
