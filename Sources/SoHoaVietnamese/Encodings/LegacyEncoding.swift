/// How Vietnamese was stored before Unicode, or beside its composed form.
public enum LegacyEncoding: String, CaseIterable, Codable, Sendable {
  /// TCVN 5712 VN3 ("ABC"), the fonts .VnTime, .VnArial: one byte a letter.
  case tcvn3
  /// VNI-Windows, the fonts VNI-Times: a letter and a byte for its marks.
  case vni
  /// RFC 1456, one byte a letter.
  case viscii
  /// Windows 1258: letters with hats, tones behind them.
  case cp1258
  /// RFC 1456, in ASCII: "Co^.ng ho`a".
  case viqr
  /// Unicode with combining marks (Unicode tổ hợp).
  case decomposed
  /// Unicode with the Icelandic eth for đ.
  case eth

  /// As people call it.
  public var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI-Windows"
    case .viscii: "VISCII"
    case .cp1258: "Windows-1258"
    case .viqr: "VIQR"
    case .decomposed: "Unicode tổ hợp"
    case .eth: "eth (ð)"
    }
  }

  /// Those of one byte a letter or mark, above ASCII.
  static let eightBit: Set<LegacyEncoding> = [.tcvn3, .vni, .viscii, .cp1258]

  /// Those that are told by what their words become.
  static let tabled: [LegacyEncoding] = [.tcvn3, .vni, .viscii, .cp1258, .viqr]
}
