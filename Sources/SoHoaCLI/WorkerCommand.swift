import ArgumentParser
import Foundation
import SoHoa
import SoHoaWorkers

/// A command that confines its process before anything else is done, while there is one thread only.
protocol ConfinedCommand {
  mutating func confine()
}

struct WorkerCommand: AsyncParsableCommand, ConfinedCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Converts inputs as another program asks, in a process that can do no harm.",
    discussion: """
      Requests come on standard input, a line of JSON each, and are answered on standard output: \
      docs/worker-protocol.md. Nothing is written but below the folders that --writable names; network and other \
      programs are out of reach where the kernel knows how. Ends with its input.
      """)

  @Option(
    help: "Folder below which outputs may be written; may be given more than once.", completion: .directory)
  var writable: [String] = []
  @Option(help: "Megabytes of memory that it is meant to keep to; twice as much is refused.")
  var memory = WorkerLimits().memory >> 20
  @Option(help: "Seconds of processor time for an input.") var processorSeconds = WorkerLimits()
    .processorSeconds
  @Option(help: "Seconds of processor time more for each page.")
  var processorSecondsPerPage = WorkerLimits().processorSecondsPerPage
  @Option(help: "Files that may be open at a time.") var openFiles = WorkerLimits().openFiles
  @Option(help: "Megabytes that a file may grow to.") var fileSize = WorkerLimits().fileBytes >> 20
  @Option(help: "Process without which the worker ends.") var parent: Int32?

  private var sandbox: Sandbox.State?

  private enum CodingKeys: CodingKey {
    case writable, memory, processorSeconds, processorSecondsPerPage, openFiles, fileSize, parent
  }

  private var limits: WorkerLimits {
    WorkerLimits(
      memory: memory << 20, processorSeconds: processorSeconds,
      processorSecondsPerPage: processorSecondsPerPage, openFiles: openFiles, fileBytes: fileSize << 20)
  }

  func validate() throws {
    guard (64...1 << 20).contains(memory), (1...1 << 20).contains(fileSize) else {
      throw ValidationError("--memory takes 64 to 1048576 megabytes, --file-size 1 to 1048576")
    }
    guard (16...65_536).contains(openFiles), (1...1e6).contains(processorSeconds),
      (0...1e6).contains(processorSecondsPerPage)
    else { throw ValidationError("--open-files takes 16 to 65536, seconds are 1 to 1000000") }
  }

  mutating func confine() { sandbox = Sandbox.enter(writable: writable, limits: limits) }

  func run() async throws {
    var worker = Worker(
      limits: limits, dictionaries: try Self.dictionaries(),
      sandbox: sandbox ?? .none, parent: parent)
    do { try await worker.run() } catch {
      Console().say("a request is longer than \(limits.lineBytes) bytes")
      throw ExitStatus.wrongArguments.code
    }
  }

  private static func dictionaries() throws -> DictionaryFolder {
    do throws(DictionaryError) { return try .locate() } catch {
      Console().say("\(error)")
      throw ExitStatus.missingComponent.code
    }
  }
}
