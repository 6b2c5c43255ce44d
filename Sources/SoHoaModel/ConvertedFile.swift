/// What one input file became: the JSON that other tools read (`docs/schema/record-1.json`).
///
/// The same input with the same settings, programs, models and dictionaries gives the same bytes.
public struct ConvertedFile: Hashable, Codable, Sendable {
  /// Version of the JSON's form: additions raise the second number, breaks the first.
  public static let schemaVersion = "1.4.0"
  public static let schemaName = "urn:sohoa:schema:record:1"

  public var schema: String
  public var schemaVersion: String
  public var software: Software
  public var settings: ConversionSettings
  public var source: SourceFile
  public var pages: [Page]
  public var documents: [ConvertedDocument]
  /// What concerns the file or its pages as a whole.
  public var findings: [Finding]

  public init(
    software: Software, settings: ConversionSettings, source: SourceFile, pages: [Page],
    documents: [ConvertedDocument], findings: [Finding]
  ) {
    schema = Self.schemaName
    schemaVersion = Self.schemaVersion
    self.software = software
    self.settings = settings
    self.source = source
    self.pages = pages
    self.documents = documents
    self.findings = findings
  }

  /// All that a person should know of, of the file, its pages and its documents.
  public var allFindings: [Finding] {
    findings + pages.flatMap(\.findings) + documents.flatMap { $0.structure.findings + $0.findings }
  }

  public var needsReview: Bool {
    documents.contains(where: \.needsReview) || allFindings.contains { $0.severity > .info }
  }
}

/// One document of a file: its record and its structure.
public struct ConvertedDocument: Hashable, Codable, Sendable {
  public var record: Record
  public var structure: DocumentStructure
  public var findings: [Finding]
  /// True when a value or a page is doubtful: the findings and the null fields say which.
  public var needsReview: Bool

  public init(record: Record, structure: DocumentStructure, findings: [Finding], needsReview: Bool) {
    self.record = record
    self.structure = structure
    self.findings = findings
    self.needsReview = needsReview
  }
}

/// The file that was read. Its folder is left out, so that moving a file does not change its record.
public struct SourceFile: Hashable, Codable, Sendable {
  public var name: String
  /// Lower-case hexadecimal.
  public var sha256: String
  public var bytes: Int
  /// `pdf`, `png`, `jpeg`, `tiff`, `bmp`, `webp`, `pnm`, `text`: by content, not by name.
  public var mediaType: String
  /// Pages in the file, whether asked for or not.
  public var pageCount: Int
  /// Digital signatures that the file carries; the file itself is never written to.
  public var signatures: [FileSignature]

  public init(
    name: String, sha256: String, bytes: Int, mediaType: String, pageCount: Int,
    signatures: [FileSignature] = []
  ) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.mediaType = mediaType
    self.pageCount = pageCount
    self.signatures = signatures
  }
}

/// What made the result: a different version may make a different one.
public struct Software: Hashable, Codable, Sendable {
  public struct Component: Hashable, Codable, Sendable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  public static let version = "0.1.0"

  public var name: String
  public var version: String
  /// Libraries by version, models and dictionaries by the first 16 digits of their SHA-256.
  public var components: [Component]

  public init(components: [Component]) {
    name = "sohoa"
    version = Self.version
    self.components = components
  }
}

/// The settings that change what comes out.
public struct ConversionSettings: Hashable, Codable, Sendable {
  public enum Mode: String, Hashable, Codable, Sendable, CaseIterable {
    /// Page by page: a sound text layer is taken, everything else is recognised.
    case auto
    /// Every page is recognised from its picture.
    case ocr
    /// Only text that the file itself holds is taken.
    case text
  }

  public var mode: Mode
  /// Model of the recogniser: `vie`, `eng`, `vie+eng`.
  public var language: String
  /// Pages asked for (`1-3,5,8-end`); null for all.
  public var pages: String?
  /// Files with a mark of secrecy are read like others; else only a notice of them is written.
  public var allowClassified: Bool

  public init(
    mode: Mode = .auto, language: String = "vie", pages: String? = nil, allowClassified: Bool = false
  ) {
    self.mode = mode
    self.language = language
    self.pages = pages
    self.allowClassified = allowClassified
  }

  enum CodingKeys: CodingKey { case mode, language, pages, allowClassified }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(mode, forKey: .mode)
    try container.encode(language, forKey: .language)
    try container.encode(pages, forKey: .pages)
    try container.encode(allowClassified, forKey: .allowClassified)
  }
}
