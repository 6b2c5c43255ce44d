import Foundation
import SoHoaVietnamese

/// How strictly two texts are compared.
public enum Comparison: String, Hashable, Codable, Sendable, CaseIterable {
  /// Letters and marks.
  case exact
  /// Letters without their marks (dấu): what an engine without Vietnamese can get right.
  case markBlind
}

extension Comparison {
  /// The text in the form in which it is compared: NFC, tone-mark placement (hòa, hoà) taken as the same,
  /// quotes and dashes unified, white space as single spaces.
  public func normalise(_ text: String) -> String {
    let plain = text.precomposedStringWithCanonicalMapping.unicodeScalars.map(Self.unify)
    let spaced = String(String.UnicodeScalarView(plain)).split(whereSeparator: \.isWhitespace)
    return spaced.map { token in
      switch self {
      case .exact: ToneStyle.old.placed(String(token))
      case .markBlind: Self.withoutMarks(String(token))
      }
    }.joined(separator: " ")
  }

  private static func unify(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}", "\u{2032}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}", "\u{00AB}", "\u{00BB}": "\""
    case "\u{00D0}": "Đ"
    case "\u{00F0}": "đ"
    default: scalar
    }
  }

  static func withoutMarks(_ token: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in token.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      out.append(scalar == "đ" ? "d" : scalar == "Đ" ? "D" : scalar)
    }
    return String(out)
  }
}
