import Foundation

/// The way from one file to another, as links of registers and reports have it.
package enum RelativeLink {
  /// `../scans/a.pdf`, from the folder of `register` to `file`.
  package static func path(from register: URL, to file: URL) -> String {
    let folder = components(register).dropLast()
    let target = components(file)
    let shared = zip(folder, target).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target.dropFirst(shared))
      .joined(separator: "/")
  }

  private static func components(_ url: URL) -> [String] {
    url.standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }

  /// As spreadsheets write links to files: blanks and what means something in a link escaped, letters as they are.
  package static func escaped(_ path: String) -> String {
    path.unicodeScalars.map { scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      return unsafe.contains(scalar) || scalar.value < 0x20
        ? "%" + (code.count < 2 ? "0" : "") + code : String(scalar)
    }.joined()
  }

  private static let unsafe = Set(" %#?\"<>[]`^{}|\\:".unicodeScalars)
}
