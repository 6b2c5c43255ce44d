import Foundation

/// The sheets of a workbook and the parts that they stand in.
struct Workbook {
  struct Sheet: Hashable {
    var name: String
    var part: String
  }

  let part: String
  let sheets: [Sheet]
  let styles: String
  let strings: String?
  /// Days are counted from 1904, as old Macintosh workbooks do.
  let from1904: Bool

  /// Nil if it is no workbook.
  init?(_ zip: ZipFile) {
    guard let part = Relations(of: "", in: zip).part(ofType: "officeDocument"), let bytes = zip[part] else {
      return nil
    }
    let relations = Relations(of: part, in: zip)
    guard let styles = relations.part(ofType: "styles") else { return nil }
    self.part = part
    self.styles = styles
    strings = relations.part(ofType: "sharedStrings")
    sheets = bytes.tags("sheet").compactMap { tag in
      guard let id = bytes.attribute("r:id", at: tag), let sheet = relations.part(id: id) else { return nil }
      return Sheet(name: bytes.attribute("name", at: tag) ?? "", part: sheet)
    }
    let properties = bytes.tag("workbookPr")
    let flag = properties.flatMap { bytes.attribute("date1904", at: $0) }
    from1904 = flag == "1" || flag == "true"
  }

  /// Filters and print ranges of a sheet (names that the workbook keeps) reach down to its last row.
  static func extendNames(_ bytes: [UInt8], sheet: Int, from old: Int, to new: Int) -> [UInt8] {
    guard let names = XMLList("definedNames", in: bytes) else { return bytes }
    var splice = Splice()
    for child in names.children {
      let text = bytes.string(child)
      let isArea = ["_xlnm._FilterDatabase", "_xlnm.Print_Area"].contains(text.attribute("name"))
      guard isArea, text.attribute("localSheetId") == "\(sheet)", let start = text.firstIndex(of: ">"),
        let end = text.range(of: "</", options: .backwards)?.lowerBound,
        let area = CellReference.extended(String(text[text.index(after: start)..<end]), from: old, to: new)
      else { continue }
      splice.replace(child, with: text[...start] + area + text[end...])
    }
    return splice.applied(to: bytes)
  }
}
