/// What a field of a metadata form takes.
struct FieldRule: Hashable, Sendable {
  enum Overlong: String, Hashable, Sendable {
    /// Text is cut to its length.
    case cut
    /// Codes, numbers and names are never cut: half of one would be another.
    case empty
  }

  let name: String
  /// Characters at most; nil where there is no bound.
  let length: Int?
  let isRequired: Bool
  let overlong: Overlong

  /// - Returns: what fits, and how long the value was if it did not.
  func fitted(_ value: String?) -> (text: String?, tooLong: Int?) {
    guard let value, let length, value.count > length else { return (value, nil) }
    return (overlong == .cut ? String(value.prefix(length)) : nil, value.count)
  }
}
