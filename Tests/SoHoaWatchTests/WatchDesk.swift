import Foundation
import SoHoaWatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that is watched, and what the watch gave.
final class WatchDesk: Sendable {
  let home: URL
  let folder: URL
  let watch: FolderWatch
  let troubles: Troubles

  final class Troubles: Sendable {
    private let list = Mutex<[WatchTrouble]>([])
    var all: [WatchTrouble] { list.withLock { $0 } }
    func add(_ trouble: WatchTrouble) { list.withLock { $0.append(trouble) } }
  }

  init(
    settle: Duration = .milliseconds(150), rescan: Duration = .seconds(60), leftOut: [String] = [],
    prepare: (URL) throws -> Void = { _ in }
  ) throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("watch-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    folder = home.appendingPathComponent("in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try prepare(folder)
    let troubles = Troubles()
    self.troubles = troubles
    let out = Set(leftOut.map { [folder] in folder.appendingPathComponent($0).path })
    watch = FolderWatch(
      folder, settings: WatchSettings(settle: settle, rescan: rescan, leftOut: out), told: troubles.add)
  }

  deinit {
    watch.close()
    try? FileManager.default.removeItem(at: home)
  }

  /// Waits for so many troubles.
  func isTold(_ count: Int, within time: Duration = .seconds(20)) async -> Bool {
    let end = ContinuousClock.now + time
    while troubles.all.count < count, ContinuousClock.now < end {
      try? await Task.sleep(for: .milliseconds(20))
    }
    return troubles.all.count >= count
  }

  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func write(_ name: String, _ text: String) {
    let file = SlowFile(file(name))
    file.write(text)
    file.finish()
  }

  /// What the watch gives until it has given so many, or for so long; paths from the folder, in the order given.
  func given(_ count: Int, within time: Duration = .seconds(20)) async -> [String] {
    await files(count, within: time).map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  func files(_ count: Int, within time: Duration = .seconds(20)) async -> [SettledFile] {
    let watch = watch
    return await withTaskGroup(of: [SettledFile]?.self) { group in
      let found = Found()
      group.addTask {
        while found.files.count < count {
          let files = await watch.next(atMost: count - found.files.count)
          if files.isEmpty { break }
          found.add(files)
        }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: time)
        return nil
      }
      _ = await group.next()
      group.cancelAll()
      await group.waitForAll()
      return found.files
    }
  }

  private final class Found: Sendable {
    private let list = Mutex<[SettledFile]>([])
    var files: [SettledFile] { list.withLock { $0 } }
    func add(_ files: [SettledFile]) { list.withLock { $0 += files } }
  }
}

/// A file that is written bit by bit, as scanners do.
final class SlowFile {
  private let file: Int32

  init(_ url: URL) { file = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }

  func write(_ text: String) { _ = text.withCString { Glibc.write(file, $0, strlen($0)) } }

  func finish() { close(file) }
}
