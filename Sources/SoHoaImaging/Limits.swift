/// What one input may cost. Exceeding a limit is a clear error, never a stop of the others.
public struct Limits: Hashable, Codable, Sendable {
  public var maxPages: Int
  public var maxPixelsPerPage: Int
  public var maxFileBytes: Int
  /// Of a plain text file.
  public var maxTextBytes: Int

  public init(
    maxPages: Int = 5000, maxPixelsPerPage: Int = 150_000_000, maxFileBytes: Int = 2 << 30,
    maxTextBytes: Int = 64 << 20
  ) {
    self.maxPages = maxPages
    self.maxPixelsPerPage = maxPixelsPerPage
    self.maxFileBytes = maxFileBytes
    self.maxTextBytes = maxTextBytes
  }

  /// True if a picture of this size may be decoded.
  func allow(width: Int, height: Int) -> Bool {
    guard width > 0, height > 0 else { return false }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    return !overflow && pixels <= maxPixelsPerPage && max(width, height) <= Self.longestSide
  }

  /// Cairo's and JPEG's reach; no sheet of paper needs more.
  static let longestSide = 32_767
}
