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
  /// Pixels per inch that a picture is taken to have when nothing tells.
  public var fallbackDPI: Int

  public init(
    mode: Mode = .auto, pages: [ClosedRange<Int>]? = nil, limits: Limits = Limits(), renderDPI: Int = 300,
    fallbackDPI: Int = 300
  ) {
    self.mode = mode
    self.pages = pages
    self.limits = limits
    self.renderDPI = renderDPI
    self.fallbackDPI = fallbackDPI
  }
}
