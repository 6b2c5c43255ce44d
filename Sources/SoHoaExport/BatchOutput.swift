import Foundation
import SoHoaFiles
import SoHoaModel

/// Renames a file: the first becomes the second.
public typealias Placing = (_ temporary: URL, _ target: URL) throws -> Void

/// The placing of a run that keeps no account.
public enum Renaming {
  public static func place(_ temporary: URL, _ target: URL) throws {
    try AtomicFile.move(temporary.path, to: target)
  }
}

/// An output that is one file for a whole run: a register, a stream of records.
///
/// Files come one at a time, in the order of the inputs, whatever the order in which they were read. Inputs that
/// gave no result are left out.
public protocol BatchOutput: Sendable {
  /// The file that the run makes, or adds to; nil for standard output.
  var target: URL? { get }
  /// Whether the run adds to what the file holds already, so that an existing one is no mistake.
  var isContinued: Bool { get }

  /// - Parameters:
  ///   - file: one input's result.
  ///   - name: where its other outputs lie, from the output folder, without extension: `2025/08/a`.
  /// - Throws: nothing more is added then, and `finish` is not called.
  mutating func add(_ file: ConvertedFile, name: String) throws

  /// Puts the file into place, whole. Also called when the run was interrupted, with the inputs that were done.
  ///
  /// - Parameter place: gives a file that is on disk its name; from beside the target.
  mutating func finish(_ place: Placing) throws

  /// After an error: takes away what is not whole.
  mutating func discard()
}

extension BatchOutput {
  public var isContinued: Bool { false }
  public mutating func discard() {}
}
