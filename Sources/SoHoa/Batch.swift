import Foundation
import SoHoaModel

/// Many inputs through one converter: as many pages in work as jobs, one bad file never stops the others.
public struct Batch: Sendable {
  /// One input of a run.
  public struct Item: Hashable, Sendable {
    /// From 0, in the order of the inputs, with those that are left out.
    public var index: Int
    public var input: Input

    public init(index: Int, input: Input) {
      self.index = index
      self.input = input
    }

    /// All inputs of a run.
    public static func all(_ inputs: [Input]) -> [Item] {
      inputs.enumerated().map { Item(index: $0.offset, input: $0.element) }
    }
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
    _ items: [Item],
    inTurn: @escaping @Sendable (Item, ConvertedFile) async -> Placed,
    finished: @escaping @Sendable (Item, Result<(ConvertedFile, Placed), ConversionFailure>) async -> Void
  ) async {
    let turns = Turns()
    await withTaskGroup(of: Void.self) { group in
      for (number, item) in items.enumerated() {
        if number >= 2 * jobs { await group.next() }
        if Task.isCancelled { break }
        group.addTask {
          let result = await take(item, number, turns, inTurn)
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
    let names = OutputNames.own(inputs)
    await run(
      Item.all(inputs), inTurn: { _, _ in },
      finished: { item, result in await finished(item.input, names[item.index], result.map(\.0)) })
  }

  /// Converts, then waits for its turn; an input without a result lets the others pass at once.
  private func take<Placed: Sendable>(
    _ item: Item, _ number: Int, _ turns: Turns, _ inTurn: @Sendable (Item, ConvertedFile) async -> Placed
  ) async -> Result<(ConvertedFile, Placed), ConversionFailure> {
    do throws(ConversionFailure) {
      let file = try await converter.convert(item.input)
      await turns.wait(for: number)
      if Task.isCancelled { throw ConversionFailure.interrupted }
      let placed = await inTurn(item, file)
      await turns.pass(number)
      return .success((file, placed))
    } catch {
      await turns.pass(number)
      return .failure(error)
    }
  }
}
