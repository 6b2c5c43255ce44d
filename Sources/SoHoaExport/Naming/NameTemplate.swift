import Foundation
import SoHoaModel

/// How the outputs of an input are named: text with fields in braces, `{kind}-{number}`; a `/` in the text makes folders.
///
/// `{seq:3}` and `{number:3}` fill up with zeros, `{date:YYYYMMDD}` orders the parts of a date.
public struct NameTemplate: Hashable, Sendable {
  /// Named templates.
  ///
  /// - `tt02`: mã hồ sơ and STT (Thông tư 02/2019/TT-BNV).
  /// - `7197`: document code and date of issue (guidance 7197/BKHCN-CĐSQG): `G09.01_CV_000021_V1_20250102`.
  public static let presets = [
    "tt02": "{dossier}.{seq:3}",
    "7197": "{agency}_{kind}_{seq:6}_V{version}_{date:YYYYMMDD}",
  ]

  private enum Piece: Hashable, Sendable {
    case text(String)
    case field(NameField, form: String?)
  }

  private let pieces: [Piece]

  /// - Parameter text: a template or the name of a preset.
  public init(_ text: String) throws(NameTemplateError) {
    pieces = try Self.pieces(Self.presets[text] ?? text)
    guard !pieces.isEmpty else { throw .empty }
  }

  /// Whether names hang on what the documents say.
  public var needsRecord: Bool { fields.contains { !$0.isKnownBefore } }

  /// - Throws: `missing` if the template has fields that the office has to give and has not.
  public func check(_ filing: Filing) throws(NameTemplateError) {
    if fields.contains(.dossier), filing.dossier == nil {
      throw .missing(field: "dossier", option: "--dossier")
    }
    if fields.contains(.agency), filing.agency == nil { throw .missing(field: "agency", option: "--agency") }
  }

  /// - Parameters:
  ///   - name: the input's own, without extension.
  ///   - sequence: its number in the dossier.
  ///   - record: of its first document; nil before it is read.
  /// - Returns: a path without extension; each part is safe.
  public func path(
    name: String, sequence: Int, filing: Filing, record: Record?, safe: SafeName = SafeName()
  ) -> String {
    let values = NameValues(name: name, sequence: sequence, filing: filing, record: record)
    let text = pieces.map { Self.text($0, values) }.joined()
    return text.split(separator: "/").map { safe.name(String($0)) }.joined(separator: "/")
  }

  private var fields: [NameField] {
    pieces.compactMap { if case .field(let field, _) = $0 { field } else { nil } }
  }

  /// Slashes of values are no folders.
  private static func text(_ piece: Piece, _ values: NameValues) -> String {
    switch piece {
    case .text(let text): text
    case .field(let field, let form):
      (values[field].map { Self.formed($0, field, form) } ?? field.placeholder).replacing("/", with: "-")
    }
  }

  private static func formed(_ value: String, _ field: NameField, _ form: String?) -> String {
    guard let form else { return value }
    if field == .date {
      let parts = value.split(separator: "-")
      return form.replacing("YYYY", with: parts[0]).replacing("MM", with: parts[1])
        .replacing("DD", with: parts[2])
    }
    let digits = value.prefix { $0.isASCII && $0.isNumber }.count
    return String(repeating: "0", count: max(0, (Int(form) ?? 0) - digits)) + value
  }

  private static func pieces(_ text: String) throws(NameTemplateError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while !rest.isEmpty {
      let plain = rest.prefix { $0 != "{" && $0 != "}" }
      if !plain.isEmpty { pieces.append(.text(String(plain))) }
      rest = rest.dropFirst(plain.count)
      guard let brace = rest.first else { break }
      guard brace == "{", let end = rest.firstIndex(of: "}") else { throw .openBrace }
      pieces.append(try field(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return pieces
  }

  private static func field(_ text: Substring) throws(NameTemplateError) -> Piece {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let field = NameField(rawValue: String(parts[0])) else { throw .unknownField(String(text)) }
    guard parts.count == 2 else { return .field(field, form: nil) }
    let form = String(parts[1])
    guard fits(form, field) else { throw .badForm(field: field.rawValue, form) }
    return .field(field, form: form)
  }

  private static func fits(_ form: String, _ field: NameField) -> Bool {
    switch field {
    case .seq, .number, .version: Int(form).map { (1...20).contains($0) } ?? false
    case .date: form.contains("YYYY")
    default: false
    }
  }
}
