import SoHoaModel

/// An inspected page in figures.
public struct InspectionSummary: Hashable, Codable, Sendable {
  public struct Size: Hashable, Codable, Sendable {
    public var width, height, dpi: Int

    public init(width: Int, height: Int, dpi: Int) {
      self.width = width
      self.height = height
      self.dpi = dpi
    }
  }

  public var page: Int
  public var origin: Page.Origin
  /// Of the page image as it came, in pixels.
  public var acquired: Size
  /// Of the picture that was read; null where the file holds the words.
  public var prepared: Size?
  /// Clockwise turn that stood the page upright, in degrees.
  public var rotation: Int
  /// Clockwise skew taken out, in degrees.
  public var skew: Double
  /// Prepared pixels per acquired pixel.
  public var scale: Double
  public var regions: Int
  public var blocks: Int
  public var lines: Int
  public var words: Int
  /// 0...1; null for a page without words.
  public var meanConfidence: Double?
  /// Words below one half.
  public var doubtfulWords: Int
  public var findings: [Finding]

  public init(_ inspection: PageInspection) {
    let (page, acquired) = (inspection.page, inspection.acquired)
    let words = page.words
    self.page = page.number
    origin = page.origin
    self.acquired = Size(width: acquired.width, height: acquired.height, dpi: acquired.dpi)
    prepared = inspection.prepared.map {
      Size(width: $0.picture.width, height: $0.picture.height, dpi: $0.picture.dpi)
    }
    rotation = page.rotation
    skew = page.skew.toThreeDigits
    scale = (inspection.prepared?.scale ?? 1).toThreeDigits
    regions = inspection.prepared?.regions.count ?? 0
    blocks = page.blocks.count
    lines = page.lines.count
    self.words = words.count
    meanConfidence =
      words.isEmpty ? nil : (words.map(\.confidence).reduce(0, +) / Double(words.count)).toThreeDigits
    doubtfulWords = words.count { $0.confidence < 0.5 }
    findings = page.findings
  }

  enum CodingKeys: CodingKey {
    case page, origin, acquired, prepared, rotation, skew, scale, regions, blocks, lines, words
    case meanConfidence, doubtfulWords, findings
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(page, forKey: .page)
    try container.encode(origin, forKey: .origin)
    try container.encode(acquired, forKey: .acquired)
    try container.encode(prepared, forKey: .prepared)
    try container.encode(rotation, forKey: .rotation)
    try container.encode(skew, forKey: .skew)
    try container.encode(scale, forKey: .scale)
    try container.encode(regions, forKey: .regions)
    try container.encode(blocks, forKey: .blocks)
    try container.encode(lines, forKey: .lines)
    try container.encode(words, forKey: .words)
    try container.encode(meanConfidence, forKey: .meanConfidence)
    try container.encode(doubtfulWords, forKey: .doubtfulWords)
    try container.encode(findings, forKey: .findings)
  }
}

extension InspectionSummary {
  /// A line a fact, for people.
  public func text(in language: MessageLanguage) -> String {
    let english = language == .english
    func row(_ en: String, _ vi: String, _ value: String) -> String {
      (english ? en : vi).padding(to: 14) + value
    }
    var rows = [
      row("Page", "Trang", "\(page) (\(origin.rawValue))"),
      row("Acquired", "Ảnh gốc", acquired.text),
    ]
    if let prepared {
      rows += [
        row("Prepared", "Đã xử lý", prepared.text), row("Scale", "Tỷ lệ", "\(scale)"),
        row("Rotation", "Góc xoay", "\(rotation)°"), row("Skew", "Độ nghiêng", "\(skew)°"),
        row("Regions", "Vùng", "\(regions)"),
      ]
    }
    rows += [
      row("Blocks, lines", "Khối, dòng", "\(blocks), \(lines)"),
      row("Words", "Số từ", "\(words), \(doubtfulWords) " + (english ? "doubtful" : "chưa chắc")),
      row("Confidence", "Độ tin cậy", meanConfidence.map { "\($0)" } ?? "—"),
    ]
    return (rows + findings.map { "• " + $0.message.text(in: language) }).joined(separator: "\n") + "\n"
  }
}

extension InspectionSummary.Size {
  fileprivate var text: String { "\(width) x \(height)" + (dpi > 0 ? ", \(dpi) dpi" : "") }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: " ", count: max(1, length - count))
  }
}
