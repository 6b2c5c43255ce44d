import Foundation
import SoHoaModel

/// What becomes of outputs that are there already.
public enum ExistingOutputs: String, Hashable, Codable, Sendable {
  /// An error, as far as names are known before anything is read.
  case refuse
  /// They are replaced, each at once.
  case overwrite
  /// They stay; inputs that have all of theirs are not read.
  case skip

  /// Names in the message, at most.
  private static let shown = 3

  /// - Throws: `ConversionFailure` of the kind `outputExists` if one of the files is there and must not be.
  public func check(_ targets: [URL]) throws(ConversionFailure) {
    guard self == .refuse else { return }
    let found = targets.filter(Self.exists)
    guard !found.isEmpty else { return }
    throw Self.failure(found)
  }

  /// Whether a file may be written now.
  func allows(_ target: URL) throws(ConversionFailure) -> Bool {
    try check([target])
    return self != .skip || !Self.exists(target)
  }

  public static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  private static func failure(_ found: [URL]) -> ConversionFailure {
    let names = found.prefix(shown).map(\.relativePath).joined(separator: ", ")
    let more = found.count - shown
    return ConversionFailure(
      .outputExists,
      Message(
        en: names + (more > 0 ? " and \(more) more" : "")
          + (found.count == 1 ? ": is there already" : ": are there already")
          + "; give --overwrite to replace, --skip-existing to leave them, or another --output",
        vi: names + (more > 0 ? " và \(more) tệp khác" : "")
          + ": đã có sẵn; hãy dùng --overwrite để ghi đè, --skip-existing để giữ nguyên, hoặc chọn --output khác"
      ))
  }
}
