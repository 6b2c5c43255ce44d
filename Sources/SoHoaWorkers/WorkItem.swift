import SoHoa
import SoHoaModel

/// One input that workers are to convert.
public struct WorkItem: Hashable, Sendable {
  /// Of the input in its run, from 0: no two of a run are the same.
  public var index: Int
  /// Path of the file.
  public var input: String
  /// A folder of the input's own, under one of the folders that the workers may write to; made if it is missing.
  public var stage: String

  public init(index: Int, input: String, stage: String) {
    self.index = index
    self.input = input
    self.stage = stage
  }
}

/// What became of an input, and what it cost.
public struct WorkOutcome: Sendable {
  public var result: Result<WorkResult, ConversionFailure>
  /// What the input became: also where an output could not be made and the result is a failure.
  public var file: ConvertedFile?
  /// What lies in the stage: of a failure, what could be written all the same, as a classified file's notice.
  public var outputs: [StagedOutput]
  /// 2 where a worker failed on it and it was tried once more, alone.
  public var attempts: Int
  /// From when it was taken up, by the clock.
  public var duration: Duration
  /// Most bytes of memory that a worker had while it worked on it.
  public var memory: Int
}
