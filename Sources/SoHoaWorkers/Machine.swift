import Foundation

/// What the machine has for workers.
public enum Machine {
  /// Bytes that a worker takes on ordinary scans: its engine, its dictionaries as far as they are its own, a page.
  public static let ordinaryWorker = 450 << 20

  public static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Bytes that can be had without pushing others out; nil where the system does not tell.
  public static var memory: Int? {
    let free = read("/proc/meminfo").flatMap { kilobytes("MemAvailable:", $0) }.map { $0 << 10 }
    let group = controlGroup
    return [free, group].compactMap { $0 }.min()
  }

  /// As many workers as there are cores, unless memory is short; at least one.
  public static func jobs(cores: Int = cores, memory: Int? = memory) -> Int {
    max(1, min(cores, (memory ?? .max) / ordinaryWorker))
  }

  /// The most memory that one of some workers may take: the limit, or a fair part of what there is.
  public static func share(of limit: Int, jobs: Int, memory: Int? = memory) -> Int {
    guard let memory else { return limit }
    return min(limit, max(ordinaryWorker, memory / max(1, jobs) * 9 / 10))
  }

  /// What is left of the limit of a container (control groups, version 2).
  private static var controlGroup: Int? {
    func number(_ name: String) -> Int? {
      read("/sys/fs/cgroup/memory.\(name)").flatMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    guard let most = number("max"), let now = number("current") else { return nil }
    return max(0, most - now)
  }

  private static func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  static func kilobytes(_ name: String, _ text: String) -> Int? {
    text.split(separator: "\n").first { $0.hasPrefix(name) }
      .flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
  }
}
