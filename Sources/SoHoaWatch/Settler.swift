/// Which files are whole: those that have stayed as they are for a while and that nobody has open for writing.
///
/// A value of its own, fed with what is seen and when; times are of a clock that nobody sets.
struct Settler: Sendable {
  private struct Candidate {
    var stamp: FileStamp
    var since: Duration
    /// Was written to and not closed since, as far as events tell.
    var isOpen = false
  }

  private let settle: Duration
  private let isOpen: @Sendable (String) -> WriterProbe.Answer
  private var candidates: [String: Candidate] = [:]
  private var given: [String: FileStamp] = [:]

  init(settle: Duration, isOpen: @escaping @Sendable (String) -> WriterProbe.Answer = WriterProbe.ask) {
    self.settle = settle
    self.isOpen = isOpen
  }

  var isWaiting: Bool { !candidates.isEmpty }

  /// A file is there, as a look at the folder or an event tells.
  mutating func seen(_ path: String, _ stamp: FileStamp, at moment: Duration) {
    if given[path] == stamp, candidates[path] == nil { return }
    if candidates[path]?.stamp != stamp {
      candidates[path] = Candidate(stamp: stamp, since: moment, isOpen: candidates[path]?.isOpen ?? false)
    }
  }

  mutating func written(_ path: String, _ stamp: FileStamp, at moment: Duration) {
    candidates[path] = Candidate(stamp: stamp, since: moment, isOpen: true)
  }

  mutating func closed(_ path: String, _ stamp: FileStamp, at moment: Duration) {
    candidates[path] = Candidate(stamp: stamp, since: moment)
  }

  mutating func gone(_ path: String) {
    candidates[path] = nil
    given[path] = nil
  }

  mutating func gone(below folder: String) {
    let prefix = folder + "/"
    candidates = candidates.filter { !$0.key.hasPrefix(prefix) }
    given = given.filter { !$0.key.hasPrefix(prefix) }
  }

  /// After a look at everything: what is not there is forgotten.
  mutating func keep(only paths: Set<String>) {
    candidates = candidates.filter { paths.contains($0.key) }
    given = given.filter { paths.contains($0.key) }
  }

  /// Events have been lost: nobody knows any more who was writing.
  mutating func forgetWriters() {
    for path in candidates.keys { candidates[path]?.isOpen = false }
  }

  /// A file is to be given again.
  mutating func release(_ path: String) { given[path] = nil }

  /// Files that have settled by now, in order of their paths; each is given once, until it changes.
  mutating func settled(at moment: Duration) -> [SettledFile] {
    let due = candidates.filter { moment - $0.value.since >= patience($0.value) }
    var files: [SettledFile] = []
    for path in due.keys.sorted() {
      guard let stamp = FileStamp(path: path) else {
        candidates[path] = nil
        continue
      }
      guard stamp == due[path]?.stamp, !isBeingWritten(path, due[path]?.isOpen == true) else {
        candidates[path]?.stamp = stamp
        candidates[path]?.since = moment
        continue
      }
      candidates[path] = nil
      given[path] = stamp
      files.append(SettledFile(path: path, stamp: stamp))
    }
    return files
  }

  private func patience(_ candidate: Candidate) -> Duration {
    candidate.stamp.bytes == 0 ? settle * WatchSettings.patienceWithEmpty : settle
  }

  private func isBeingWritten(_ path: String, _ wasLeftOpen: Bool) -> Bool {
    switch isOpen(path) {
    case .open: true
    case .closed: false
    case .unknown: wasLeftOpen
    }
  }
}
