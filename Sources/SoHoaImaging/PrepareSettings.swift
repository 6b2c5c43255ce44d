/// Which steps make a page picture ready, and how far they go. The defaults are what
/// `docs/decisions/0002-page-preparation.md` measured to be best.
public struct PrepareSettings: Hashable, Codable, Sendable {
  /// How colours become grey.
  public enum Ink: String, Hashable, Codable, Sendable, CaseIterable {
    /// As the eye sees them.
    case luminance
    /// The red channel, where red ink is as light as paper.
    case redChannel
    /// The lightest channel, where every coloured ink is light.
    case lightest
    /// As the eye sees them, but without the ink of seals, stamps and signatures.
    case automatic
  }

  public var ink: Ink
  /// Resolution that the engine reads best.
  public var targetDPI: Int
  public var findsOrientation: Bool
  public var findsSkew: Bool
  public var evensLight: Bool
  public var clearsBorders: Bool
  /// Whether the cells of headers and signature blocks are read by themselves.
  public var findsColumns: Bool
  /// Whether rules are taken out and the cells of tables read by themselves.
  public var findsTables: Bool
  /// Whether seals, stamps, signatures and handwriting are looked for.
  public var findsMarks: Bool
  /// Below this the archive rule asks for another scan.
  public var leastDPI: Int

  public init(
    ink: Ink = .automatic, targetDPI: Int = 200, findsOrientation: Bool = true, findsSkew: Bool = true,
    evensLight: Bool = true, clearsBorders: Bool = true, findsColumns: Bool = true, findsTables: Bool = true,
    findsMarks: Bool = true,
    leastDPI: Int = 200
  ) {
    self.ink = ink
    self.targetDPI = targetDPI
    self.findsOrientation = findsOrientation
    self.findsSkew = findsSkew
    self.evensLight = evensLight
    self.clearsBorders = clearsBorders
    self.findsColumns = findsColumns
    self.findsTables = findsTables
    self.findsMarks = findsMarks
    self.leastDPI = leastDPI
  }
}
