import SoHoaWorkers

/// Inputs that are to be converted, planned as workers get free.
struct PlannedWork: AsyncSequence, Sendable {
  let desk: BatchDesk

  struct Iterator: AsyncIteratorProtocol {
    let desk: BatchDesk

    mutating func next() async throws -> WorkItem? { try await desk.next() }
  }

  func makeAsyncIterator() -> Iterator { Iterator(desk: desk) }
}
