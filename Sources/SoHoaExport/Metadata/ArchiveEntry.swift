/// What metadata of one input are made with, beside its record.
public struct ArchiveEntry: Sendable {
  public let codes: ArchiveCodes
  public let filing: Filing
  /// Number (STT) of the input in its dossier.
  public let sequence: Int

  /// - Parameter index: of the input in its run, from 0.
  public init(codes: ArchiveCodes, filing: Filing, index: Int) {
    self.codes = codes
    self.filing = filing
    sequence = filing.firstSequence + index
  }
}
