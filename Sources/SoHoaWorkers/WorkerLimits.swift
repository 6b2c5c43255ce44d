/// What a worker may use before it is stopped.
public struct WorkerLimits: Hashable, Codable, Sendable {
  /// Bytes of memory of its own: what it has mapped from files, as dictionaries, does not count. Watched from outside;
  /// twice as much is refused by the system.
  public var memory: Int
  /// Seconds by the clock for a request: so many, and so many more a page.
  public var seconds: Double
  public var secondsPerPage: Double
  /// The same in processor time.
  public var processorSeconds: Double
  public var processorSecondsPerPage: Double
  public var openFiles: Int
  /// Bytes of each file that it writes.
  public var fileBytes: Int
  /// Seconds that it may take to say that it is there.
  public var secondsToStart: Double
  /// Pages after which a worker is replaced by a new one, whatever its state.
  public var pages: Int
  /// Bytes of one line of the protocol.
  public var lineBytes: Int
  /// Bytes of its log that are kept.
  public var logBytes: Int

  public init(
    memory: Int = 3 << 30, seconds: Double = 120, secondsPerPage: Double = 120,
    processorSeconds: Double = 120, processorSecondsPerPage: Double = 120, openFiles: Int = 256,
    fileBytes: Int = 4 << 30, secondsToStart: Double = 60, pages: Int = 500, lineBytes: Int = 64 << 20,
    logBytes: Int = 64 << 10
  ) {
    self.memory = memory
    self.seconds = seconds
    self.secondsPerPage = secondsPerPage
    self.processorSeconds = processorSeconds
    self.processorSecondsPerPage = processorSecondsPerPage
    self.openFiles = openFiles
    self.fileBytes = fileBytes
    self.secondsToStart = secondsToStart
    self.pages = pages
    self.lineBytes = lineBytes
    self.logBytes = logBytes
  }
}
