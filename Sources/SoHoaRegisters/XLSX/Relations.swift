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
  private(set) var items: [Item] = []
  private var names: Set<String> = []
  /// By target.
  private var ids: [String: String] = [:]
  private var added = ""

  init(of part: String, in zip: ZipFile) {
    folder = String(part[..<(part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex)])
    let empty =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<Relationships xmlns=\"\(Self.namespace)\"></Relationships>"
    bytes = zip[Self.name(of: part)] ?? Array(empty.utf8)
    items = bytes.tags("Relationship").map { tag in
      Item(
        id: bytes.attribute("Id", at: tag) ?? "", type: bytes.attribute("Type", at: tag) ?? "",
        target: bytes.attribute("Target", at: tag) ?? "")
    }
    names = Set(items.map(\.id))
    ids = Dictionary(items.map { ($0.target, $0.id) }) { first, _ in first }
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

  /// Adds a relation and gives its id; the same external target keeps the id that it has.
  mutating func add(_ type: String, _ target: String, isExternal: Bool = false) -> String {
    if let known = ids[target] { return known }
    var number = items.count + 1
    while names.contains("rId\(number)") { number += 1 }
    let item = Item(id: "rId\(number)", type: Self.types + type, target: target)
    items.append(item)
    names.insert(item.id)
    ids[target] = item.id
    let mode = isExternal ? " TargetMode=\"External\"" : ""
    added +=
      "<Relationship Id=\"\(item.id)\" Type=\"\(item.type)\" Target=\"\(XMLText.encoded(target))\"\(mode)/>"
    return item.id
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
