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
  /// Whether what shines through from the other side is whitened.
  public var clearsShine: Bool
  /// Whether black-and-white copies lose their specks and get soft edges.
  public var clearsGrain: Bool
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
    evensLight: Bool = true, clearsBorders: Bool = true, clearsShine: Bool = true, clearsGrain: Bool = true,
    findsColumns: Bool = true, findsTables: Bool = true, findsMarks: Bool = true,
    leastDPI: Int = 200
  ) {
    self.ink = ink
    self.targetDPI = targetDPI
    self.findsOrientation = findsOrientation
    self.findsSkew = findsSkew
    self.evensLight = evensLight
    self.clearsBorders = clearsBorders
    self.clearsShine = clearsShine
    self.clearsGrain = clearsGrain
    self.findsColumns = findsColumns
    self.findsTables = findsTables
    self.findsMarks = findsMarks
    self.leastDPI = leastDPI
  }
}

extension PrepareSettings {
  /// A step that can be left out, to measure what it earns.
  public enum Step: String, Hashable, Codable, Sendable, CaseIterable {
    case turn, deskew, light, border, shine, grain, marks, ink, columns, tables

    /// Upright, straight, evenly lit ...: what is left as it came.
    fileprivate func leaveOut(of settings: inout PrepareSettings) {
      switch self {
      case .turn: settings.findsOrientation = false
      case .deskew: settings.findsSkew = false
      case .light: settings.evensLight = false
      case .border: settings.clearsBorders = false
      case .shine: settings.clearsShine = false
      case .grain: settings.clearsGrain = false
      case .marks: settings.findsMarks = false
      case .columns: settings.findsColumns = false
      case .tables: settings.findsTables = false
      case .ink: settings.ink = .luminance
      }
    }
  }

  /// These settings without some steps.
  public func without(_ steps: [Step]) -> Self {
    var settings = self
    for step in steps { step.leaveOut(of: &settings) }
    return settings
  }
}
