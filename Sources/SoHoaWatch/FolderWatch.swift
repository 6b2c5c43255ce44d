import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files of a folder and of all folders below it, each once it is whole: as many as are there and all that come, until
/// the watch is closed. One that changes later is given again.
///
/// Whole is what has kept size and time for a while and is open for writing to nobody, as far as events and the kernel
/// tell. On shares, which tell nothing, the folder is looked through now and then, and time decides alone.
public final class FolderWatch: AsyncSequence, Sendable {
  public typealias Element = SettledFile

  public struct Iterator: AsyncIteratorProtocol {
    let inbox: Inbox

    public mutating func next() async -> SettledFile? { await inbox.next(atMost: 1).first }
  }

  /// Absolute, links resolved.
  public let folder: String
  private let inbox = Inbox()
  /// Read end, write end.
  private let pipe: (Int32, Int32)

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - folder: may be gone now and then, as shares are; its files are found when it is back.
  ///   - told: called on the watch's own thread.
  public init(
    _ folder: URL, settings: WatchSettings = WatchSettings(),
    told: @escaping @Sendable (WatchTrouble) -> Void = { _ in }
  ) {
    let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    self.folder = root
    var ends: [Int32] = [-1, -1]
    _ = Glibc.pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipe = (ends[0], ends[1])
    let (inbox, wakeUp) = (inbox, ends[0])
    Thread.detachNewThread {
      var loop = WatchLoop(root, settings, inbox: inbox, wakeUp: wakeUp, told: told)
      loop.run()
      Glibc.close(wakeUp)
    }
  }

  deinit { close() }

  public func makeAsyncIterator() -> Iterator { Iterator(inbox: inbox) }

  /// Waits for one file and takes what else is there; empty once the watch is closed or the task cancelled.
  public func next(atMost count: Int) async -> [SettledFile] { await inbox.next(atMost: count) }

  /// Has a file given again when the folder is looked through next, though it has not changed.
  public func release(_ file: SettledFile) { inbox.release(file.path) }

  public func close() {
    if inbox.close() { Glibc.close(pipe.1) }
  }
}
