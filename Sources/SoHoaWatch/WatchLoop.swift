#if canImport(Glibc)
  import Glibc
#endif

/// Looks after one folder with all below it, on a thread of its own: events where the kernel has some, a look at
/// everything now and then.
struct WatchLoop: ~Copyable {
  private let root: String
  private let settings: WatchSettings
  private let inbox: Inbox
  private let wakeUp: Int32
  private let told: @Sendable (WatchTrouble) -> Void
  private let queue: InotifyQueue
  private let start = ContinuousClock.now
  private var settler: Settler
  private var folders: [Int32: String] = [:]
  private var isThere = true
  private var reported: Set<WatchTrouble> = []
  private var nextScan = Duration.zero
  private var nextTick = Duration.zero

  /// - Parameter wakeUp: a pipe's end that gets readable when the inbox is closed.
  init(
    _ root: String, _ settings: WatchSettings, inbox: Inbox, wakeUp: Int32,
    told: @escaping @Sendable (WatchTrouble) -> Void
  ) {
    self.root = root
    self.settings = settings
    self.inbox = inbox
    self.wakeUp = wakeUp
    self.told = told
    settler = Settler(settle: settings.settle)
    queue = InotifyQueue()
    if queue.file < 0 { told(.noEvents(errno)) }
  }

  mutating func run() {
    while !inbox.isClosed {
      if now >= nextScan { scan() }
      if now >= nextTick { tick() }
      wait()
      for event in queue.read() { handle(event) }
    }
  }

  private var now: Duration { ContinuousClock.now - start }

  /// Files are looked at a few times while they settle.
  private var pace: Duration { max(settings.settle / 4, .milliseconds(10)) }

  private mutating func tick() {
    if settler.isWaiting { inbox.put(settler.settled(at: now)) }
    nextTick = now + pace
  }

  private func wait() {
    let next = settler.isWaiting ? min(nextTick, nextScan) : nextScan
    let milliseconds = max(1, min((next - now) / .milliseconds(1), 3_600_000))
    var files = [pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0)]
    // Left out by poll where there is no queue: the number is negative.
    files.append(pollfd(fd: queue.file, events: Int16(POLLIN), revents: 0))
    _ = poll(&files, nfds_t(files.count), Int32(milliseconds))
  }

  // MARK: A look at everything

  private mutating func scan() {
    let begun = now
    for path in inbox.takeReleased() { settler.release(path) }
    var seen: Set<String> = []
    if enter(root, &seen) {
      if !isThere { told(.folderBack(root)) }
      isThere = true
      settler.keep(only: seen)
    } else {
      if isThere { told(.folderGone(root)) }
      isThere = false
    }
    // Of a slow share no more than a tenth of the time.
    nextScan = now + max(settings.rescan, (now - begun) * 10)
  }

  /// Watches a folder and all below it, then looks what is there already.
  ///
  /// - Returns: whether it could be read.
  private mutating func enter(_ folder: String, _ seen: inout Set<String>) -> Bool {
    watch(folder)
    guard let listing = FolderListing(folder) else {
      if folder != root, errno != ENOENT { report(.unreadable(folder, errno)) }
      return false
    }
    if listing.badNames > 0 { report(.badNames(folder, listing.badNames)) }
    for (path, stamp) in listing.files {
      seen.insert(path)
      settler.seen(path, stamp, at: now)
    }
    for below in listing.folders where !settings.leftOut.contains(below) { _ = enter(below, &seen) }
    return true
  }

  private mutating func watch(_ folder: String) {
    guard let watch = queue.add(folder) else {
      if errno == ENOSPC { report(.noEvents(errno)) }
      return
    }
    folders[watch] = folder
  }

  private mutating func report(_ trouble: WatchTrouble) {
    if reported.insert(trouble).inserted { told(trouble) }
  }

  // MARK: Events

  private mutating func handle(_ event: FolderEvent) {
    if event.has(Int32(IN_Q_OVERFLOW)) { return overflow() }
    if event.has(Int32(IN_IGNORED)) { return forget(event.watch) }
    guard let folder = folders[event.watch], let name = event.name, !TemporaryName.matches(name) else {
      return
    }
    let path = folder + "/" + name
    if event.isFolder { handleFolder(path, event) } else { handleFile(path, event) }
  }

  private mutating func overflow() {
    told(.overflow)
    settler.forgetWriters()
    nextScan = now
  }

  /// The folder is gone, or its share.
  private mutating func forget(_ watch: Int32) {
    if folders.removeValue(forKey: watch) == root { nextScan = now }
  }

  private mutating func handleFolder(_ path: String, _ event: FolderEvent) {
    guard !settings.leftOut.contains(path) else { return }
    if event.has(Int32(IN_MOVED_FROM)) || event.has(Int32(IN_DELETE)) {
      settler.gone(below: path)
      for (watch, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
        folders[watch] = nil
        queue.remove(watch)
      }
    } else {
      var seen: Set<String> = []
      _ = enter(path, &seen)
    }
  }

  private mutating func handleFile(_ path: String, _ event: FolderEvent) {
    guard !event.has(Int32(IN_MOVED_FROM)), !event.has(Int32(IN_DELETE)), let stamp = FileStamp(path: path)
    else { return settler.gone(path) }
    if event.has(Int32(IN_CLOSE_WRITE)) || event.has(Int32(IN_MOVED_TO)) {
      settler.closed(path, stamp, at: now)
    } else if event.has(Int32(IN_MODIFY)) {
      settler.written(path, stamp, at: now)
    } else {
      settler.seen(path, stamp, at: now)
    }
  }
}
