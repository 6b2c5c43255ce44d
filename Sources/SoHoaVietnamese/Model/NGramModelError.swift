/// Why a language model was refused.
public enum NGramModelError: Error, Hashable, CustomStringConvertible {
  case notAModel(path: String)
  case wrongVersion(path: String, found: UInt64)
  case damaged(path: String, reason: String)
  /// Model and lexicon come from different builds.
  case lexiconMismatch(path: String)

  public var description: String {
    let remedy = "install the dictionaries again, or rebuild them (see dictionaries/README.md)"
    return switch self {
    case .notAModel(let path): "\(path): no language model of SoHoa; \(remedy)"
    case .wrongVersion(let path, let found):
      "\(path): format \(found), not \(NGramModelFile.version); \(remedy)"
    case .damaged(let path, let reason): "\(path): damaged (\(reason)); \(remedy)"
    case .lexiconMismatch(let path): "\(path): built for another lexicon.tsv; \(remedy)"
    }
  }
}
