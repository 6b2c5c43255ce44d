#if canImport(Glibc)
  import Glibc
#endif

/// What the kernel told of one name in a watched folder.
struct FolderEvent: Sendable {
  /// The number of the watch.
  var watch: Int32
  var mask: UInt32
  /// Nil where it is of the folder itself, or no UTF-8.
  var name: String?

  func has(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }
  var isFolder: Bool { has(Int32(IN_ISDIR)) }
}

/// Events of folders (inotify(7)); closed once.
struct InotifyQueue: ~Copyable {
  private static let events =
    UInt32(IN_CREATE) | UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)
    | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
  private static let how = UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) | UInt32(IN_EXCL_UNLINK)
  private static let header = MemoryLayout<inotify_event>.size

  let file: Int32

  /// Negative where there are no more queues to be had.
  init() { file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }

  deinit { if file >= 0 { close(file) } }

  /// - Returns: the number of the watch: the same for the same folder; nil where there is none, see `errno`.
  func add(_ folder: String) -> Int32? {
    let watch = inotify_add_watch(file, folder, Self.events | Self.how)
    return watch >= 0 ? watch : nil
  }

  func remove(_ watch: Int32) { inotify_rm_watch(file, watch) }

  /// All that is waiting, up to a buffer full.
  func read() -> [FolderEvent] {
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count > 0 else { return [] }
    var events: [FolderEvent] = []
    var offset = 0
    while offset + Self.header <= count {
      let (event, size) = bytes.withUnsafeBytes { Self.event($0, at: offset) }
      events.append(event)
      offset += size
    }
    return events
  }

  private static func event(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (FolderEvent, Int) {
    func number(_ place: Int) -> UInt32 {
      bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self)
    }
    let length = Int(number(12))
    let name = bytes[(offset + header)..<(offset + header + length)].prefix { $0 != 0 }
    let event = FolderEvent(
      watch: Int32(bitPattern: number(0)), mask: number(4),
      name: name.isEmpty ? nil : String(validating: name, as: UTF8.self))
    return (event, header + length)
  }
}
