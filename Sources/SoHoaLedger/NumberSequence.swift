import Foundation
internal import GRDB
import SoHoaModel

/// A number with the day on which its issuer gave it out.
public struct DatedNumber: Hashable, Sendable {
  /// Symbol, issuer and year: numbers of one series rise with the days (Nghị định 30/2020, Điều 15).
  public var series: String
  /// Since 1970-01-01.
  public var day: Int
  public var number: Int

  /// - Parameters:
  ///   - issuer: folded.
  ///   - day: EDTF; nil unless it is a whole day.
  public init?(_ number: DocumentNumber?, issuer: String, day: String?) {
    guard let digits = number?.number?.prefix(while: \.isNumber), let value = Int(digits),
      value <= 10_000_000,
      let symbol = number?.symbol, let day, day.count == 10,
      let date = try? Date(day, strategy: .iso8601.year().month().day())
    else { return nil }
    series = "\(NumberKey.folded(symbol))|\(issuer)|\(day.prefix(4))"
    self.day = Int((date.timeIntervalSince1970 / 86_400).rounded())
    self.number = value
  }

  public init(series: String, day: Int, number: Int) {
    self.series = series
    self.day = day
    self.number = number
  }
}

/// Documents whose number contradicts half of those that come before them, or after them, in time. Offices hold numbers back for some days,
/// so that days which lie nearer prove nothing.
struct NumberSequence {
  struct Break: Hashable {
    var path: String
    var other: String
    var shown: String
  }

  let db: Database

  /// Nearest ones before and after, as many as are asked.
  private static let neighbours = 20
  /// In days.
  private static let slack = 8
  /// One alone may itself be the one that is wrong.
  private static let leastContradictions = 2

  /// Of a document beside those that are done already.
  func of(_ document: Int64) throws -> [Break] {
    try breaks("WHERE mine.document = ?", [document])
  }

  /// Of all that are done.
  func all() throws -> [Break] { try breaks("WHERE me.state = 'done'", []) }

  private func breaks(_ which: String, _ values: StatementArguments) throws -> [Break] {
    let rows = try db.rows(
      """
      SELECT mine.*, me.source AS path FROM dated mine JOIN documents me ON me.id = mine.document \(which)
      ORDER BY path, shown
      """, values)
    return try rows.compactMap { row in
      guard let other = try contradicted(row) else { return nil }
      return Break(path: row["path"], other: other, shown: row["shown"])
    }
  }

  /// One that it contradicts; nil where it goes with its neighbours.
  private func contradicted(_ row: Row) throws -> String? {
    let (day, number): (Int, Int) = (row["day"], row["number"])
    let before = try near(row, "theirs.day <= ? ORDER BY theirs.day DESC", day - Self.slack)
    let after = try near(row, "theirs.day >= ? ORDER BY theirs.day", day + Self.slack)
    return Self.contradiction(before, { $0 > number }) ?? Self.contradiction(after, { $0 < number })
  }

  /// One of those on one side in time, where half of them lie on the wrong side in number.
  private static func contradiction(
    _ neighbours: [(path: String, number: Int)], _ isWrong: (Int) -> Bool
  ) -> String? {
    let wrong = neighbours.filter { isWrong($0.number) }
    return wrong.count >= leastContradictions && 2 * wrong.count >= neighbours.count ? wrong.first?.path : nil
  }

  private func near(_ row: Row, _ order: String, _ day: Int) throws -> [(path: String, number: Int)] {
    let (document, series): (Int64, String) = (row["document"], row["series"])
    return try db.rows(
      """
      SELECT them.source AS path, theirs.number AS number
      FROM dated theirs JOIN documents them ON them.id = theirs.document
      WHERE theirs.series = ? AND theirs.document <> ? AND them.state = 'done' AND \(order), theirs.document
      LIMIT \(Self.neighbours)
      """, [series, document, day]
    ).map { ($0["path"], $0["number"]) }
  }
}
