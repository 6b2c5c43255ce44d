/// The formats of cells in a workbook (`styles.xml`). New ones are made from those that are there, by changing what must
/// be changed; the same again is used again.
struct StyleSheet {
  /// Light yellow: what a person should look at.
  static let doubtColour = "FFFFF2CC"
  static let dateFormat = "dd/mm/yyyy"
  /// Built-in formats that show a date.
  private static let builtInDates = [14, 15, 16, 17, 22, 30, 36, 50, 57]
  /// Built-in format that shows numbers as text.
  private static let textFormat = 49

  private let bytes: [UInt8]
  private let lists: (formats: XMLList?, fills: XMLList, styles: XMLList)
  private var formats: [Int: String] = [:]
  private var fills: [String]
  private var styles: [String]
  private var newFormats: [String] = []
  /// Styles with the colour of doubt.
  private var doubtful: Set<Int> = []
  private var made: [Wish: Int] = [:]

  private struct Wish: Hashable {
    var base: Int
    var date: Bool
    var doubtful: Bool
  }

  /// Nil if the part has not the lists that every workbook has.
  init?(_ bytes: [UInt8]) {
    guard let fills = XMLList("fills", in: bytes), let styles = XMLList("cellXfs", in: bytes) else {
      return nil
    }
    self.bytes = bytes
    lists = (XMLList("numFmts", in: bytes), fills, styles)
    self.fills = fills.children.map(bytes.string)
    self.styles = styles.children.map(bytes.string)
    for format in (lists.formats?.children ?? []).map(bytes.string) {
      if let id = format.attribute("numFmtId").flatMap({ Int($0) }) {
        formats[id] = format.attribute("formatCode").map(XMLText.decoded)
      }
    }
    doubtful = Set(self.styles.indices.filter(hasDoubtFill))
  }

  /// The cell is marked as doubtful by us.
  func isDoubtful(_ style: Int) -> Bool { doubtful.contains(style) }

  private func hasDoubtFill(_ style: Int) -> Bool {
    guard let fill = number("fillId", of: style), fills.indices.contains(fill) else { return false }
    return Self.isDoubt(fills[fill])
  }

  private static func isDoubt(_ fill: String) -> Bool {
    fill.contains("solid") && fill.contains("fgColor rgb=\"\(doubtColour)\"")
  }

  /// A style like `base` for such a cell.
  mutating func style(like base: Int, date: Bool, doubtful: Bool) -> Int {
    guard styles.indices.contains(base) else { return 0 }
    let wish = Wish(base: base, date: date, doubtful: doubtful)
    if let known = made[wish] { return known }
    let style = make(base, date, doubtful)
    made[wish] = style
    return style
  }

  private mutating func make(_ base: Int, _ date: Bool, _ doubtful: Bool) -> Int {
    var style = styles[base]
    if date && !showsDate(base) {
      style = style.setting("numFmtId", to: "\(dateFormatID())").setting("applyNumberFormat", to: "1")
    }
    if doubtful != isDoubtful(base) {
      style = style.setting("fillId", to: doubtful ? "\(doubtFill())" : "0").setting("applyFill", to: "1")
    }
    return index(of: style)
  }

  private mutating func index(of style: String) -> Int {
    if let known = styles.firstIndex(of: style) { return known }
    styles.append(style)
    return styles.count - 1
  }

  private func number(_ name: String, of style: Int) -> Int? {
    styles.indices.contains(style) ? styles[style].attribute(name).flatMap { Int($0) } : nil
  }

  private func showsDate(_ style: Int) -> Bool {
    guard let id = number("numFmtId", of: style) else { return false }
    guard let code = formats[id]?.lowercased() else { return Self.builtInDates.contains(id) }
    return code.contains("d") && code.contains("m") && code.contains("y")
  }

  private mutating func dateFormatID() -> Int {
    if let known = formats.first(where: { $0.value.lowercased() == Self.dateFormat })?.key { return known }
    let id = max(163, formats.keys.max() ?? 0) + 1
    formats[id] = Self.dateFormat
    newFormats.append("<numFmt numFmtId=\"\(id)\" formatCode=\"\(Self.dateFormat)\"/>")
    return id
  }

  private mutating func doubtFill() -> Int {
    if let known = fills.firstIndex(where: Self.isDoubt) { return known }
    fills.append(
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(Self.doubtColour)\"/>"
        + "<bgColor indexed=\"64\"/></patternFill></fill>")
    return fills.count - 1
  }

  // MARK: Writing

  /// The part with what was added.
  func encoded() -> [UInt8] {
    var splice = Splice()
    if let list = lists.formats, !list.isEmpty {
      add(newFormats, to: list, &splice)
    } else if !newFormats.isEmpty, let root = bytes.tag("styleSheet") {
      let list = "<numFmts count=\"\(newFormats.count)\">\(newFormats.joined())</numFmts>"
      splice.insert(list, at: lists.formats?.open.lowerBound ?? root.upperBound)
      if let empty = lists.formats { splice.replace(empty.open, with: "") }
    }
    add(Array(fills.dropFirst(lists.fills.children.count)), to: lists.fills, &splice)
    add(Array(styles.dropFirst(lists.styles.children.count)), to: lists.styles, &splice)
    return splice.applied(to: bytes)
  }

  private func add(_ items: [String], to list: XMLList, _ splice: inout Splice) {
    guard !items.isEmpty else { return }
    let count = list.children.count + items.count
    splice.replace(list.open, with: bytes.string(list.open).setting("count", to: "\(count)"))
    splice.insert(items.joined(), at: list.end)
  }
}
