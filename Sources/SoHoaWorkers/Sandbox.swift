import CSandbox
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What keeps a worker in once it has begun: no network, no other programs, no writing but below its folders.
public enum Sandbox {
  /// What of it is at work; a kernel may lack parts.
  public struct State: Hashable, Codable, Sendable {
    /// Version of Landlock: from 1 files, from 4 TCP, from 6 signals; nil: writing is not confined.
    public var landlock: Int?
    /// Whether system calls are filtered.
    public var seccomp: Bool
    /// Whether limits of resources are set.
    public var limits: Bool

    /// Nothing is.
    public static let none = State(landlock: nil, seccomp: false, limits: false)

    enum CodingKeys: CodingKey { case landlock, seccomp, limits }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(landlock, forKey: .landlock)
      try container.encode(seccomp, forKey: .seccomp)
      try container.encode(limits, forKey: .limits)
    }
  }

  /// Confines this process for good. To be called from its only thread: Landlock holds for that one and those it
  /// starts.
  ///
  /// - Parameter writable: folders, which must exist, below which files may be written.
  public static func enter(writable: [String], limits: WorkerLimits) -> State {
    let isLimited =
      sandbox_limit(
        UInt64(limits.openFiles), UInt64(limits.fileBytes), 2 * UInt64(limits.memory)) == 0
    guard sandbox_no_new_privileges() == 0 else {
      return State(landlock: nil, seccomp: false, limits: isLimited)
    }
    let landlock = isAlone ? restrictFiles(to: writable) : nil
    return State(landlock: landlock, seccomp: sandbox_filter_calls() == 0, limits: isLimited)
  }

  /// Processor time for the next piece of work.
  static func allow(processorSeconds: Double) {
    _ = sandbox_limit_processor(UInt64(max(1, processorSeconds)))
  }

  private static func restrictFiles(to folders: [String]) -> Int? {
    let copies = folders.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let version = copies.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      sandbox_restrict_files($0.baseAddress, $0.count)
    }
    return version > 0 ? Int(version) : nil
  }

  private static var isAlone: Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task"))?.count == 1
  }
}
