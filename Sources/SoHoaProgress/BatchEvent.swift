import SoHoaModel

/// What happens in a run, in the order in which it happens. Events flow one way: from who does the work to who tells
/// of it.
public enum BatchEvent: Hashable, Sendable {
  /// So many more inputs are to be dealt with.
  case found(files: Int)
  /// An input is in work.
  /// - Parameter pages: nil where nobody knows yet.
  case fileBegan(String, pages: Int?)
  case pageRead(String, page: Int)
  case fileEnded(FileReport)
}
