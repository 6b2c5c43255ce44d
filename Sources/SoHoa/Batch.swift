import Foundation
import SoHoaModel

/// Many inputs through one converter: as many pages in work as jobs, one bad file never stops the others.
public struct Batch: Sendable {
  /// One input of a run.
  public struct Item: Hashable, Sendable {
    /// From 0, in the order of the inputs.
    public var index: Int
    public var input: Input
  }

  private let converter: Converter
  private let jobs: Int

  public init(converter: Converter, jobs: Int) {
    self.converter = converter
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - inTurn: called once per result, in the order of the inputs, one at a time. Results that wait for an
  ///     earlier input keep a place in work, so that there are never more of them than twice the jobs.
  ///   - finished: called once per input in any order, after `inTurn`, with what that gave.
  ///
  /// Both stop being called once the task is cancelled.
  public func run<Placed: Sendable>(
    _ inputs: [Input],
    inTurn: @escaping @Sendable (Item, ConvertedFile) async -> Placed,
    finished: @escaping @Sendable (Item, Result<(ConvertedFile, Placed), ConversionFailure>) async -> Void
  ) async {
    let turns = Turns()
    await withTaskGroup(of: Void.self) { group in
      for (index, input) in inputs.enumerated() {
        if index >= 2 * jobs { await group.next() }
        if Task.isCancelled { break }
        group.addTask {
          let item = Item(index: index, input: input)
          let result = await take(item, turns, inTurn)
          if !Task.isCancelled { await finished(item, result) }
        }
      }
    }
  }

  /// The same where nothing hangs on the order.
  ///
  /// - Parameter finished: with the name under which the result belongs, the input's own.
  public func run(
    _ inputs: [Input],
    finished: @escaping @Sendable (Input, String, Result<ConvertedFile, ConversionFailure>) async -> Void
  ) async {
    let names = OutputFolder.names(for: inputs)
    await run(inputs, inTurn: { _, _ in }) { item, result in
      await finished(item.input, names[item.index], result.map(\.0))
    }
  }

  /// Converts, then waits for its turn; an input without a result lets the others pass at once.
  private func take<Placed: Sendable>(
    _ item: Item, _ turns: Turns, _ inTurn: @Sendable (Item, ConvertedFile) async -> Placed
  ) async -> Result<(ConvertedFile, Placed), ConversionFailure> {
    do throws(ConversionFailure) {
      let file = try await converter.convert(item.input)
      await turns.wait(for: item.index)
      if Task.isCancelled { throw ConversionFailure.interrupted }
      let placed = await inTurn(item, file)
      await turns.pass(item.index)
      return .success((file, placed))
    } catch {
      await turns.pass(item.index)
      return .failure(error)
    }
  }
}
