/// How one part of a workbook is joined to others (`_rels/*.rels`).
struct Relations {
  struct Item {
    var id: String
    var type: String
    var target: String
  }

  private static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// Folder of the part that the relations are of: `xl/worksheets/`.
  private let folder: String
  private var bytes: [UInt8]
  /// Without links, of which a register has one a row.
  private(set) var items: [Item] = []
  /// Relations in all.
  private(set) var count = 0
  /// The highest n of `rIdn`.
  private var highest = 0
  private var added = ""

  init(of part: String, in zip: ZipFile) {
    folder = String(part[..<(part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex)])
    let empty =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<Relationships xmlns=\"\(Self.namespace)\"></Relationships>"
    bytes = zip[Self.name(of: part)] ?? Array(empty.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = XMLScanner(buffer)
      while let tag = scanner.next() {
        if !tag.isClose, scanner.name(of: tag, is: "Relationship") { note(tag, scanner) }
      }
    }
  }

  private mutating func note(_ tag: XMLScanner.Tag, _ scanner: XMLScanner) {
    count += 1
    guard let id = scanner.attribute("Id", of: tag), let type = scanner.attribute("Type", of: tag) else {
      return
    }
    highest = max(highest, scanner.number(id.dropFirst(3).startIndex..<id.upperBound) ?? 0)
    guard !scanner.bytes[type].suffix(9).elementsEqual("hyperlink".utf8) else { return }
    items.append(
      Item(
        id: scanner.string(id), type: scanner.string(type), target: scanner.string("Target", of: tag) ?? ""))
  }

  /// `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`
  static func name(of part: String) -> String {
    let cut = part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex
    return part[..<cut] + "_rels/" + part[cut...] + ".rels"
  }

  /// Name of the part that a relation of such a type leads to.
  func part(ofType type: String) -> String? {
    items.first { $0.type.hasSuffix("/\(type)") }.map(part)
  }

  func parts(ofType type: String) -> [String] {
    items.filter { $0.type.hasSuffix("/\(type)") }.map(part)
  }

  func part(id: String) -> String? { items.first { $0.id == id }.map(part) }

  private func part(_ item: Item) -> String {
    if item.target.hasPrefix("/") { return String(item.target.dropFirst()) }
    var path = folder.split(separator: "/")
    for step in item.target.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }

  /// Adds a relation and gives its id.
  mutating func add(_ type: String, _ target: String, isExternal: Bool = false) -> String {
    highest += 1
    count += 1
    let id = "rId\(highest)"
    let mode = isExternal ? " TargetMode=\"External\"" : ""
    added +=
      "<Relationship Id=\"\(id)\" Type=\"\(Self.types)\(type)\" Target=\"\(XMLText.encoded(target))\"\(mode)/>"
    return id
  }

  /// Nil if nothing was added.
  func encoded() -> [UInt8]? {
    guard !added.isEmpty, let list = XMLList("Relationships", in: bytes) else { return nil }
    var splice = Splice()
    if list.isEmpty {
      splice.replace(list.open, with: "<Relationships xmlns=\"\(Self.namespace)\">\(added)</Relationships>")
    } else {
      splice.insert(added, at: list.end)
    }
    return splice.applied(to: bytes)
  }
}
