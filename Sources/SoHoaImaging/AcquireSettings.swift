import SoHoaModel

/// How pages are had from files.
public struct AcquireSettings: Hashable, Codable, Sendable {
  public typealias Mode = ConversionSettings.Mode

  public var mode: Mode
  /// Pages wanted, from 1; nil for all.
  public var pages: [ClosedRange<Int>]?
  public var limits: Limits
  /// Pixels per inch of a page that has to be rendered.
  public var renderDPI: Int
  /// Pixels per inch of a picture whose file says nothing (or nothing possible); nil: the shape of the
  /// sheet and the size of the letters tell.
  public var fallbackDPI: Int?

  public init(
    mode: Mode = .auto, pages: [ClosedRange<Int>]? = nil, limits: Limits = Limits(), renderDPI: Int = 300,
    fallbackDPI: Int? = nil
  ) {
    self.mode = mode
    self.pages = pages
    self.limits = limits
    self.renderDPI = renderDPI
    self.fallbackDPI = fallbackDPI
  }
}
