/// Names that programs give to files that are not whole yet, or not for others.
enum TemporaryName {
  private static let endings = [
    ".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", "~",
  ]
  private static let beginnings = [".", "~"]

  static func matches(_ name: String) -> Bool {
    let name = name.lowercased()
    return beginnings.contains(where: name.hasPrefix) || endings.contains(where: name.hasSuffix)
  }
}
