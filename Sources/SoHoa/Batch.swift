import Foundation
import SoHoaModel

/// Many inputs through one converter: as many in work as jobs, one bad file never stops the others.
public struct Batch: Sendable {
  private let converter: Converter
  private let jobs: Int

  public init(converter: Converter, jobs: Int) {
    self.converter = converter
    self.jobs = jobs
  }

  /// - Parameter finished: called once per input, with the name under which its result belongs; stops
  ///   being called once the task is cancelled.
  public func run(
    _ inputs: [Input],
    finished: @escaping @Sendable (Input, String, Result<ConvertedFile, ConversionFailure>) async -> Void
  ) async {
    let names = OutputFolder.names(for: inputs)
    await withTaskGroup(of: Void.self) { group in
      for (index, input) in inputs.enumerated() {
        if index >= jobs { await group.next() }
        if Task.isCancelled { break }
        group.addTask {
          let result = await convert(input)
          if !Task.isCancelled { await finished(input, names[index], result) }
        }
      }
    }
  }

  private func convert(_ input: Input) async -> Result<ConvertedFile, ConversionFailure> {
    do throws(ConversionFailure) {
      return .success(try await converter.convert(input))
    } catch {
      return .failure(error)
    }
  }
}
