import Foundation
import SoHoaDictionaries

@testable import SoHoaVietnamese

/// The restorer of the repository's dictionaries, opened once for all tests.
enum Shared {
  static let folder = Result { try DictionaryFolder.locate() }
  static let restorer = Result { try Restorer(dictionaries: folder.get()) }
  static let fixed = Result {
    try ChannelKind.allCases.map { try Restorer(dictionaries: folder.get(), channel: .fixed($0)) }
  }

  static func restorer(_ kind: ChannelKind) throws -> Restorer {
    try fixed.get()[ChannelKind.allCases.firstIndex(of: kind)!]
  }

  static func lines(_ text: String) -> [[ObservedToken]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ").map { ObservedToken(String($0)) }
    }
  }

  static func restored(_ text: String, _ kind: ChannelKind? = nil) throws -> String {
    let restorer = try kind.map(restorer) ?? restorer.get()
    let layout = TextLayout(text)
    return layout.text(restorer.restore(layout.tokens))
  }

  /// Scalars of ASCII digits only.
  static func digits(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 >= "0" && $0 <= "9" }))
  }
}
