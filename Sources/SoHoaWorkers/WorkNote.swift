/// What is heard of an input while it is in work.
public enum WorkNote: Hashable, Sendable {
  /// It is open; so many pages are to be read.
  case begun(pages: Int)
  /// A page has been read, by its number; again where a worker failed and another one took over.
  case page(Int)

  /// Nil for what says nothing new: a part of a long input begins.
  init?(_ event: Event, _ part: Job.Part) {
    switch (event, part) {
    case (.begun(_, let pages), .whole): self = .begun(pages: pages)
    case (.opened(_, _, let numbers), .whole): self = .begun(pages: numbers.count)
    case (.page(_, let number), _): self = .page(number)
    default: return nil
    }
  }
}
