/// A form in which a whole run is written, as one file.
public enum RunFormat: String, Hashable, Codable, Sendable, CaseIterable {
  /// A record per line (JSON Lines), in the order of the inputs.
  case jsonl
  /// A register for people (sổ đăng ký), as a workbook; rows are added to the one that is there.
  case registerWorkbook = "register.xlsx"
  /// The same as comma-separated values.
  case registerCSV = "register.csv"

  /// Name of the file in the output folder.
  public var fileName: String {
    switch self {
    case .jsonl: "records.jsonl"
    case .registerWorkbook, .registerCSV: rawValue
    }
  }
}
