import Foundation
import SoHoaExport
import SoHoaModel

/// The outputs of a run that are one file each. One that fails is given up, the others go on.
public actor RunOutputs {
  private var outputs: [any BatchOutput]
  private var failures: [ConversionFailure] = []

  public init(_ outputs: [any BatchOutput]) { self.outputs = outputs }

  /// - Parameter name: where the input's other outputs lie, without extension.
  public func add(_ file: ConvertedFile, name: String) {
    keep { try $0.add(file, name: name) }
  }

  /// - Returns: what went wrong, an error an output.
  public func finish(_ place: Placing = Renaming.place) -> [ConversionFailure] {
    keep { try $0.finish(place) }
    outputs = []
    return failures
  }

  private func keep(_ step: (inout any BatchOutput) throws -> Void) {
    outputs = outputs.compactMap { output in
      var output = output
      do {
        try step(&output)
        return output
      } catch {
        output.discard()
        failures.append(Self.failure(error, output.target))
        return nil
      }
    }
  }

  private static func failure(_ error: any Error, _ target: URL?) -> ConversionFailure {
    if let failure = error as? ConversionFailure { return failure }
    if let explained = error as? any Explained { return ConversionFailure(.invalidOutput, explained.message) }
    guard let target else { return .standardOutput(error) }
    return OutputFolder.notWritten(target, error)
  }
}
