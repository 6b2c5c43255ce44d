/// Why a dictionary could not be used.
public enum DictionaryError: Error, Hashable, CustomStringConvertible {
  case notFound(searched: [String])
  case unreadable(path: String)
  /// `line` counts from 1.
  case malformed(path: String, line: Int, reason: String)

  public var description: String {
    switch self {
    case .notFound(let searched):
      "no dictionaries found; searched \(searched.prefix(3).joined(separator: ", "));"
        + " set SOHOA_DICTIONARIES to the folder `dictionaries` of the program"
    case .unreadable(let path):
      "\(path): cannot be read; install the dictionaries again"
    case .malformed(let path, let line, let reason):
      "\(path), line \(line): \(reason); restore the file from the release"
    }
  }
}
