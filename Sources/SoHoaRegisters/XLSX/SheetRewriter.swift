/// Puts new rows and what belongs to them into the XML of one sheet; everything else stays as it is.
struct SheetRewriter {
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// Elements behind the rows, in the order that the format prescribes.
  private static let order = [
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
    "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
  ]

  let bytes: [UInt8]
  let table: SheetTable
  private var splice = Splice()
  /// Opening tags of the elements behind the rows.
  private let tail: [(name: String, range: Range<Int>)]
  /// What an element of ours needs to speak of relations.
  private let namespace: String

  init(_ bytes: [UInt8], table: SheetTable) {
    self.bytes = bytes
    self.table = table
    tail = Self.tail(bytes, from: table.end)
    let root = bytes.tag("worksheet").map(bytes.string) ?? ""
    namespace = root.attribute("xmlns:r") == nil ? " xmlns:r=\"\(Self.relations)\"" : ""
  }

  func encoded() -> [UInt8] { splice.applied(to: bytes) }

  // MARK: Rows

  /// - Parameter rows: the XML of cells and the height in points, row by row, to stand below the last entry.
  mutating func add(_ rows: [(cells: String, height: Double)]) {
    var free = table.freeRows[...]
    for (offset, (cells, height)) in rows.enumerated() {
      let number = table.lastRow + 1 + offset
      while let row = free.first, row.number < number { free = free.dropFirst() }
      if let row = free.first, row.number == number {
        splice.replace(row.range, with: filled(row, cells, height))
      } else {
        splice.insert(
          "<row r=\"\(number)\" ht=\"\(height)\">\(cells)</row>",
          at: free.first?.range.lowerBound ?? table.end)
      }
    }
    extend(to: table.lastRow + rows.count)
  }

  /// A row that was there without text, with ours in its cells.
  private func filled(_ row: SheetRow, _ cells: String, _ height: Double) -> String {
    let open = bytes.string(row.open.range)
    let tag = row.open.isEmpty ? open.dropLast(2) + ">" : open
    let start = tag.attribute("customHeight") == nil ? tag.setting("ht", to: "\(height)") : tag
    let before = row.cells.filter { $0.column < table.columns.lowerBound }.map { bytes.string($0.range) }
    let after = row.cells.filter { $0.column >= table.columns.upperBound }.map { bytes.string($0.range) }
    return start + before.joined() + cells + after.joined() + "</row>"
  }

  // MARK: Areas

  private mutating func extend(to last: Int) {
    extendDimension(to: last)
    for (name, range) in tail {
      switch name {
      case "autoFilter": extend("ref", at: range, from: table.headRow, to: last)
      case "conditionalFormatting": extend("sqref", at: range, from: table.lastRow, to: last)
      default: break
      }
    }
    for range in bytes.tags("dataValidation", from: table.end) {
      extend("sqref", at: range, from: table.lastRow, to: last)
    }
  }

  private mutating func extend(_ attribute: String, at range: Range<Int>, from old: Int, to new: Int) {
    let tag = bytes.string(range)
    guard let area = tag.attribute(attribute),
      let extended = CellReference.extended(area, from: old, to: new)
    else { return }
    splice.replace(range, with: tag.setting(attribute, to: extended))
  }

  private mutating func extendDimension(to last: Int) {
    guard let range = bytes.tag("dimension") else { return }
    let tag = bytes.string(range)
    let area = tag.attribute("ref") ?? "A1"
    let corner = CellReference.name(last, table.columns.upperBound - 1)
    let new = area.contains(":") ? CellReference.extended(area, from: 1, to: last) : "A1:\(corner)"
    if let new { splice.replace(range, with: tag.setting("ref", to: new)) }
  }

  // MARK: What stands behind the rows

  private static func tail(_ bytes: [UInt8], from end: Int) -> [(name: String, range: Range<Int>)] {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer, from: end)
      var depth = 1
      var found: [(String, Range<Int>)] = []
      while let tag = scanner.next() {
        if tag.isClose { depth -= 1 }
        if depth == 0, !tag.isClose { found.append((scanner.string(tag.name), tag.range)) }
        if !tag.isClose, !tag.isEmpty { depth += 1 }
      }
      return found
    }
  }

  /// - Parameter links: reference of a cell and id of a relation.
  mutating func add(links: [(cell: String, relation: String)]) {
    guard !links.isEmpty else { return }
    let items = links.map { link in
      "<hyperlink\(namespace) ref=\"\(link.cell)\" r:id=\"\(link.relation)\"/>"
    }.joined()
    if let end = bytes.end(of: "hyperlinks", from: table.end) {
      splice.insert(items, at: end)
    } else {
      insert("<hyperlinks>\(items)</hyperlinks>", as: "hyperlinks")
    }
  }

  /// Names the part with the boxes of comments.
  mutating func add(drawing relation: String) {
    insert("<legacyDrawing\(namespace) r:id=\"\(relation)\"/>", as: "legacyDrawing")
  }

  /// The relation of the part with the boxes of comments, if the sheet has one.
  var drawing: String? {
    tail.first { $0.name == "legacyDrawing" }.flatMap { bytes.attribute("r:id", at: $0.range) }
  }

  private mutating func insert(_ element: String, as name: String) {
    let later = Self.order.drop { $0 != name }.dropFirst()
    let end = bytes.end(of: "worksheet") ?? bytes.count
    splice.insert(element, at: tail.first { later.contains($0.name) }?.range.lowerBound ?? end)
  }
}
