import Foundation
import SoHoaModel

/// A record on one line (JSON Lines): compact, keys sorted, UTF-8, ending in a line feed.
public struct JSONLine: Sendable {
  private let hasPages: Bool

  /// - Parameter hasPages: else `pages` is empty: values keep their page and box, words stay out.
  public init(hasPages: Bool) { self.hasPages = hasPages }

  public func encode(_ file: ConvertedFile) throws -> Data {
    var shell = file
    if !hasPages { shell.pages = [] }
    return try JSONWriter.compact(shell) + Data("\n".utf8)
  }
}
