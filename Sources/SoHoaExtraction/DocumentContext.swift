/// What is known of a document beside its pages: evidence for what is written by hand on them.
public struct DocumentContext: Hashable, Sendable {
  /// Of the file, without its folder; nil where it holds more than one document.
  public var fileName: String?
  /// Days on which it was signed digitally, EDTF.
  public var signed: [String]

  /// - Parameter signatures: times as the signers' clocks had them, ISO 8601.
  public init(fileName: String? = nil, signatures times: [String] = []) {
    self.fileName = fileName
    let days = times.map { String($0.prefix(10)) }
    signed = days.filter { CalendarDate(edtf: $0)?.isPossible == true }.sorted()
  }
}

extension CalendarDate {
  /// A whole day: `2025-08-21`.
  init?(edtf: String) {
    let parts = edtf.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    self.init(year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
  }
}

/// Numbers that the name of a file may give for its document: `316-SNV-TCBC.pdf`, `CV_316_signed.pdf`.
enum FileNumbers {
  /// Without zeros in front. Numbers of one digit count pages and copies, those of years and days are dates: none of
  /// them is evidence.
  static func of(_ name: String) -> Set<String> {
    let stem = name.split(separator: ".").dropLast(name.contains(".") ? 1 : 0).joined(separator: ".")
    let dated = stem.replacing(/\d{1,4}[-._]\d{1,2}[-._]\d{1,4}/, with: " ")
    let groups = dated.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    guard !groups.contains(where: { $0.count > 5 }) else { return [] }
    return Set(groups.filter { $0.count > 1 && !isYear($0) }.map(plain))
  }

  static func plain(_ number: String) -> String {
    let rest = number.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  private static func isYear(_ group: String) -> Bool {
    Int(group).map { (1945...2099).contains($0) } ?? false
  }
}

/// Whole dates in the name of a file: `CV 316 ngay 09.10.2025.pdf`, `20251009_scan.pdf`.
enum FileDates {
  /// EDTF.
  static func of(_ name: String) -> Set<String> {
    let groups = name.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    let triples = zip(groups, zip(groups.dropFirst(), groups.dropFirst(2))).map { [$0, $1.0, $1.1] }
    let joined = groups.filter { $0.count == 8 }.flatMap { group -> [[String]] in
      let digits = Array(group).map(String.init)
      return [[4, 6], [2, 4]].map { cuts in
        [digits[..<cuts[0]], digits[cuts[0]..<cuts[1]], digits[cuts[1]...]].map { $0.joined() }
      }
    }
    let dates = (triples + joined).flatMap { [$0, $0.reversed()] }.map { parts in
      CalendarDate(edtf: "\(parts[0])-\(padded(parts[1]))-\(padded(parts[2]))")
    }
    return Set(dates.compactMap(\.self).filter(\.isPossible).compactMap(\.edtf))
  }

  private static func padded(_ part: String) -> String { part.count == 1 ? "0" + part : part }
}
