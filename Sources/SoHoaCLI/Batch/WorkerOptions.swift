import ArgumentParser
import SoHoaWorkers

/// What a worker may use before it is stopped and its input set aside.
struct WorkerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Megabytes of a worker.", valueName: "MB")) var limitMemory = 3072
  @Option(help: ArgumentHelp("Seconds for an input, and as many more for each of its pages.", valueName: "s"))
  var limitSeconds = 120.0
  @Option(help: ArgumentHelp("Megabytes of one output.", valueName: "MB")) var limitOutput = 4096

  func validate() throws {
    guard (64...1_048_576).contains(limitMemory), (1...1_048_576).contains(limitOutput) else {
      throw ValidationError("--limit-memory takes 64 to 1048576 MB, --limit-output 1 to 1048576 MB")
    }
    guard (1...86_400).contains(limitSeconds) else {
      throw ValidationError("--limit-seconds takes 1 to 86400")
    }
  }

  /// - Parameter jobs: workers at the same time.
  func limits(jobs: Int) -> WorkerLimits {
    WorkerLimits(
      memory: Machine.share(of: limitMemory << 20, jobs: jobs), seconds: limitSeconds,
      secondsPerPage: limitSeconds, processorSeconds: limitSeconds, processorSecondsPerPage: limitSeconds,
      fileBytes: limitOutput << 20)
  }
}
