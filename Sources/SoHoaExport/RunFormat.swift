/// A form in which a whole run is written, as one file.
public enum RunFormat: String, Hashable, Codable, Sendable, CaseIterable {
  /// A record per line (JSON Lines), in the order of the inputs.
  case jsonl

  /// Name of the file in the output folder.
  public var fileName: String {
    switch self {
    case .jsonl: "records.jsonl"
    }
  }
}
