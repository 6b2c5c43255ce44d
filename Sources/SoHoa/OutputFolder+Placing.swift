import Foundation
import SoHoaExport

extension OutputFolder {
  /// Puts outputs that were made elsewhere, on this file system, into their places, each at once.
  ///
  /// - Parameter made: files by format; gone from where they were once they are in place. One that stays away because
  ///   of what is there already stays where it was.
  /// - Throws: `ConversionFailure` for the first that could not be placed, after all others are.
  public func place(
    _ made: [(format: OutputFormat, url: URL)], of input: Input, name: String
  ) throws(ConversionFailure) {
    var failure: ConversionFailure?
    for (format, url) in made {
      do throws(ConversionFailure) {
        try fill(target(name, format)) { (target) throws(ConversionFailure) in
          if format == .pdf { try SearchableCopy.check(target, input) }
          do throws(AtomicFile.Failure) { try AtomicFile.move(url.path, to: target) } catch {
            throw Self.notWritten(target, error)
          }
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }
}
