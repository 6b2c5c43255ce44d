import CLeptonica

/// Keeps the C libraries from writing to standard error: what they have to say becomes findings.
enum Silence {
  /// Touch before the first use of Leptonica; done once.
  static let leptonica: Void = { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }()
}
