/// What was put on a page after it was printed, or is no part of its text: seals, stamps, signatures,
/// handwriting, the picture of a digital signature.
public struct PageMark: Hashable, Codable, Sendable {
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// Con dấu of a body, whole or cut off by the edge (dấu giáp lai).
    case seal
    /// Dấu "ĐẾN" of the receiver, with its own number and date.
    case arrivalStamp
    /// Any other stamp: chuyển, sao y, a stamp that could not be read.
    case stamp
    /// Dấu chỉ mức độ khẩn: `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC`.
    case urgencyMark
    /// Dấu chỉ mức độ mật: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`.
    case secrecyMark
    /// Phạm vi lưu hành: `LƯU HÀNH NỘI BỘ`, `XEM XONG TRẢ LẠI`.
    case circulationMark
    /// The printed picture of a digital signature: `Ký bởi: …`, `Thời gian ký: …`.
    case signatureBanner
    /// Chữ ký by pen.
    case signature
    /// Number, day or month filled in by hand.
    case handwriting
    /// Coloured print that may be text of the document after all; sorted out before anything is written.
    case print
  }

  public enum Colour: String, Hashable, Codable, Sendable, CaseIterable {
    case red, blue
    /// Black, or a page without colours.
    case black
  }

  public let id: ID<PageMark>
  public var kind: Kind
  public var colour: Colour
  /// Pixels of the page image as it came; null for a page without a picture.
  public var box: BoundingBox?
  /// 0...1: how likely `kind` is right, kept to three digits.
  public var confidence: Double
  /// What was read of it, apart from the page's own text; its words have ids of the same row as the page's.
  public var lines: [Line]
  /// Of handwriting in a blank of the form: which blank, and what it may say.
  public var hand: HandReading?

  public init(
    id: ID<PageMark>, kind: Kind, colour: Colour, box: BoundingBox?, confidence: Double, lines: [Line] = [],
    hand: HandReading? = nil
  ) {
    self.id = id
    self.kind = kind
    self.colour = colour
    self.box = box
    self.confidence = confidence.toThreeDigits
    self.lines = lines
    self.hand = hand
  }

  public var words: [Word] { lines.flatMap(\.words) }
  public var text: String { lines.map(\.text).joined(separator: " ") }
}

extension PageMark {
  enum CodingKeys: CodingKey { case id, kind, colour, box, confidence, lines, hand }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(kind, forKey: .kind)
    try container.encode(colour, forKey: .colour)
    try container.encode(box, forKey: .box)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(lines, forKey: .lines)
    try container.encode(hand, forKey: .hand)
  }
}
