import Foundation
import SoHoaModel

/// What came of a conversion, as far as the ledger keeps it.
public struct Outcome: Sendable {
  /// SHA-256 of the bytes that were converted, lower-case hexadecimal.
  public var sha256: String
  /// By a clock that nobody sets.
  public var seconds: Double
  public var pages: Int
  /// How many findings of each code.
  public var findings: [String: Int]
  public var needsReview: Bool
  public var numbers: [NumberKey]
  /// The result without its pages, for registers and lines of a run that goes on from here; nil if nobody wants it.
  public var record: Data?
  /// Why there is no result, although there is something to place: the notice of a classified file.
  public var failure: LedgerFailure?

  public init(
    sha256: String, seconds: Double, pages: Int, findings: [String: Int] = [:], needsReview: Bool = false,
    numbers: [NumberKey] = [], record: Data? = nil, failure: LedgerFailure? = nil
  ) {
    self.sha256 = sha256
    self.seconds = seconds
    self.pages = pages
    self.findings = findings
    self.needsReview = needsReview
    self.numbers = numbers
    self.record = record
    self.failure = failure
  }

  /// - Parameter pages: as many as were read.
  public init(_ file: ConvertedFile, seconds: Double, pages: Int, record: Data? = nil) {
    self.init(
      sha256: file.source.sha256, seconds: seconds, pages: pages,
      findings: Dictionary(file.allFindings.map { ($0.code, 1) }, uniquingKeysWith: +),
      needsReview: file.needsReview, numbers: file.documents.compactMap { NumberKey($0.record) },
      record: record)
  }
}

/// Number, symbol and issuer of a document together: no two documents of a year have the same (Nghị định 30/2020, Phụ
/// lục VI).
public struct NumberKey: Hashable, Sendable {
  /// Without case, marks and needless noughts: it warns, it does not decide.
  public var key: String
  /// Of the date of issue; numbers begin again every year.
  public var year: Int?
  /// As people know it.
  public var shown: String
  /// Its place in the order of its issuer's numbers; nil without a day.
  public var dated: DatedNumber?

  /// Nil unless number, symbol and issuer are sure.
  public init?(_ record: Record) {
    guard let full = record.number?.value?.full,
      let issuer = record.issuer?.name ?? record.issuingBody?.value
    else { return nil }
    let day = record.issueDate?.value?.edtf
    self.init(number: full, issuer: issuer, year: day.flatMap { Int($0.prefix(4)) })
    dated = DatedNumber(record.number?.value, issuer: Self.folded(issuer), day: day)
  }

  public init(number: String, issuer: String, year: Int?) {
    let noughts = number.prefix { $0 == "0" }.count
    key = Self.folded(String(number.dropFirst(noughts))) + "|" + Self.folded(issuer)
    self.year = year
    shown = "\(number), \(issuer)"
  }

  static func folded(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacingOccurrences(of: "đ", with: "d").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
