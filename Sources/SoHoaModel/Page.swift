/// A printed line (hOCR `ocr_line`): words from left to right.
public struct Line: Hashable, Codable, Sendable {
  public let id: ID<Line>
  public var box: BoundingBox?
  /// Spaces before the first word, where the input was text and layout matters.
  public var indent: Int
  public var words: [Word]

  public init(id: ID<Line>, box: BoundingBox?, indent: Int = 0, words: [Word]) {
    self.id = id
    self.box = box
    self.indent = indent
    self.words = words
  }

  /// The current readings, joined by single spaces.
  public var text: String { words.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
  /// The observed readings, joined by single spaces.
  public var observedText: String { words.map(\.observed.text).joined(separator: " ") }
}

extension Line {
  enum CodingKeys: CodingKey { case id, text, box, indent, words }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ID<Line>.self, forKey: .id),
      box: try container.decode(BoundingBox?.self, forKey: .box),
      indent: try container.decode(Int.self, forKey: .indent),
      words: try container.decode([Word].self, forKey: .words))
  }

  /// `text` repeats the current readings for those who need no history.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(text, forKey: .text)
    try container.encode(box, forKey: .box)
    try container.encode(indent, forKey: .indent)
    try container.encode(words, forKey: .words)
  }
}

/// One page of the input, in reading order.
public struct Page: Hashable, Codable, Sendable {
  /// How the text of the page came to be.
  public enum Origin: String, Hashable, Codable, Sendable {
    /// Recognised from an image.
    case recognised
    /// Taken from the digital text layer of a PDF.
    case textLayer
    /// Given as text.
    case text
    /// Could not be read; a finding says why.
    case unreadable
  }

  /// Page of the input file, from 1.
  public let number: Int
  public var origin: Origin
  /// Size in pixels of the page image as it came; 0 where there is none.
  public var width, height: Int
  /// Pixels per inch of `width` and `height`; 0 where unknown.
  public var dpi: Int
  /// Clockwise turn, in degrees, that stood the page upright before recognition (0, 90, 180, 270).
  public var rotation: Int
  /// Clockwise skew of the lines in degrees that was taken out before recognition.
  public var skew: Double
  /// Where the page image lies on its sheet; nil where it is the whole sheet, or there is none.
  public var area: SheetArea?
  public var blocks: [Block]
  /// What stands on the page without belonging to its text, from the top.
  public var marks: [PageMark]
  public var findings: [Finding]

  public init(
    number: Int, origin: Origin, width: Int = 0, height: Int = 0, dpi: Int = 0, rotation: Int = 0,
    skew: Double = 0, area: SheetArea? = nil, blocks: [Block] = [], marks: [PageMark] = [],
    findings: [Finding] = []
  ) {
    self.number = number
    self.origin = origin
    self.width = width
    self.height = height
    self.dpi = dpi
    self.rotation = rotation
    self.skew = skew
    self.area = area
    self.blocks = blocks
    self.marks = marks
    self.findings = findings
  }

  public var lines: [Line] { blocks.flatMap(\.lines) }
  public var words: [Word] { blocks.flatMap { $0.lines.flatMap(\.words) } }
}

extension Page {
  enum CodingKeys: CodingKey {
    case number, origin, width, height, dpi, rotation, skew, area, blocks, marks, findings
  }

  /// Files of schema 1.0 have no marks, of 1.1 no area.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      number: try container.decode(Int.self, forKey: .number),
      origin: try container.decode(Origin.self, forKey: .origin),
      width: try container.decode(Int.self, forKey: .width),
      height: try container.decode(Int.self, forKey: .height),
      dpi: try container.decode(Int.self, forKey: .dpi),
      rotation: try container.decode(Int.self, forKey: .rotation),
      skew: try container.decode(Double.self, forKey: .skew),
      area: try container.decodeIfPresent(SheetArea.self, forKey: .area),
      blocks: try container.decode([Block].self, forKey: .blocks),
      marks: try container.decodeIfPresent([PageMark].self, forKey: .marks) ?? [],
      findings: try container.decode([Finding].self, forKey: .findings))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(origin, forKey: .origin)
    try container.encode(width, forKey: .width)
    try container.encode(height, forKey: .height)
    try container.encode(dpi, forKey: .dpi)
    try container.encode(rotation, forKey: .rotation)
    try container.encode(skew, forKey: .skew)
    try container.encode(area, forKey: .area)
    try container.encode(blocks, forKey: .blocks)
    try container.encode(marks, forKey: .marks)
    try container.encode(findings, forKey: .findings)
  }
}
