import Foundation

/// How a worker is started.
public struct WorkerProgram: Hashable, Sendable {
  public var path: String
  public var arguments: [String]
  /// Besides what this process has.
  public var environment: [String: String]

  public init(path: String, arguments: [String], environment: [String: String] = [:]) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
  }

  /// `sohoa worker`, in the limits.
  ///
  /// - Parameters:
  ///   - program: nil for the one that runs.
  ///   - writable: the folder below which stages lie; temporary files go there too.
  public static func sohoa(
    _ program: String? = nil, writable: URL, limits: WorkerLimits = WorkerLimits()
  ) -> WorkerProgram {
    WorkerProgram(
      path: program ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path,
      arguments: [
        "worker", "--writable", writable.path, "--memory", "\(max(64, limits.memory >> 20))",
        "--processor-seconds", "\(limits.processorSeconds)",
        "--processor-seconds-per-page", "\(limits.processorSecondsPerPage)",
        "--open-files", "\(limits.openFiles)", "--file-size", "\(max(1, limits.fileBytes >> 20))",
        "--parent", "\(ProcessInfo.processInfo.processIdentifier)",
      ],
      environment: ["TMPDIR": writable.path])
  }
}
