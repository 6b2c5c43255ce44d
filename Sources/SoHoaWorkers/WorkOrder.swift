import SoHoaExport
import SoHoaImaging
import SoHoaModel
import SoHoaPDF

/// What is to be made of the inputs of a run.
public struct WorkOrder: Hashable, Codable, Sendable {
  public var settings: ConversionSettings
  /// What one input may cost.
  public var limits: Limits
  public var formats: [OutputFormat]
  public var pdf: SearchablePDF.Conformance
  /// For the formats of archive metadata.
  public var filing: Filing
  /// Other than the default only for measurement.
  public var prepare: PrepareSettings
  /// Values keep the scores of their rules: for measurement.
  public var rawConfidence: Bool

  public init(
    settings: ConversionSettings = ConversionSettings(), limits: Limits = Limits(),
    formats: [OutputFormat] = [.json], pdf: SearchablePDF.Conformance = .a2b, filing: Filing = Filing(),
    prepare: PrepareSettings = PrepareSettings(), rawConfidence: Bool = false
  ) {
    self.settings = settings
    self.limits = limits
    self.formats = formats
    self.pdf = pdf
    self.filing = filing
    self.prepare = prepare
    self.rawConfidence = rawConfidence
  }
}

extension WorkOrder {
  /// What is left out has its default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    func read<Value: Decodable>(_ key: CodingKeys, _ path: WritableKeyPath<Self, Value>) throws {
      if let value = try container.decodeIfPresent(Value.self, forKey: key) { self[keyPath: path] = value }
    }
    try read(.settings, \.settings)
    try read(.limits, \.limits)
    try read(.formats, \.formats)
    try read(.pdf, \.pdf)
    try read(.filing, \.filing)
    try read(.prepare, \.prepare)
    try read(.rawConfidence, \.rawConfidence)
  }
}
