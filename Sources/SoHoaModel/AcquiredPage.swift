/// A page as it came out of its file, before anything was done to it.
public struct AcquiredPage: Hashable, Codable, Sendable {
  public enum Content: Hashable, Codable, Sendable {
    /// A picture to prepare and recognise.
    case picture(Raster)
    /// Words that the file itself holds: the digital text layer of a PDF, or a text file.
    case words(Page)
    /// Nothing could be had; the findings say why.
    case unreadable
  }

  /// Page of the input file, from 1.
  public let number: Int
  public var content: Content
  /// Where the picture lies on its sheet; nil where it is the whole sheet.
  public var area: SheetArea?
  public var findings: [Finding]

  public init(number: Int, content: Content, area: SheetArea? = nil, findings: [Finding] = []) {
    self.number = number
    self.content = content
    self.area = area
    self.findings = findings
  }
}

/// A page picture made ready for recognition, and the way back to the pixels of the scan.
public struct PreparedPage: Hashable, Codable, Sendable {
  public let number: Int
  /// What the engine reads: upright, straight, grey, at the resolution that it reads best.
  public var picture: Raster
  /// Size and resolution of the page image as it came.
  public var originalWidth, originalHeight, originalDPI: Int
  /// Clockwise turn in degrees applied first (0, 90, 180, 270).
  public var rotation: Int
  /// Clockwise skew in degrees found in the turned page, and taken out by turning back about its centre.
  public var skew: Double
  /// Prepared pixels per original pixel.
  public var scale: Double
  public var isBlank: Bool
  /// Parts of `picture` to be read one after the other, in its pixels; empty for the whole at once.
  public var regions: [PageRegion]
  /// Tables found in `picture`, in its pixels; their cells are regions, and have no lines yet.
  public var tables: [Table]
  /// Seals, stamps, signatures and handwriting, with what there is to read of them.
  public var marks: [CutMark]
  /// What is black in `picture`, part by part; nil where there are too few letters to tell their height.
  public var ink: PageInk?
  public var findings: [Finding]

  public init(
    number: Int, picture: Raster, originalWidth: Int, originalHeight: Int, originalDPI: Int,
    rotation: Int = 0, skew: Double = 0, scale: Double = 1, isBlank: Bool = false,
    regions: [PageRegion] = [], tables: [Table] = [], marks: [CutMark] = [],
    ink: PageInk? = nil, findings: [Finding] = []
  ) {
    self.number = number
    self.picture = picture
    self.originalWidth = originalWidth
    self.originalHeight = originalHeight
    self.originalDPI = originalDPI
    self.rotation = rotation
    self.skew = skew
    self.scale = scale
    self.isBlank = isBlank
    self.regions = regions
    self.tables = tables
    self.marks = marks
    self.ink = ink
    self.findings = findings
  }
}
