import SoHoaModel
import SoHoaStructure

/// Times that run from an event:
///
///     term   := ("trong" | "thời hạn" | "chậm nhất" | "không quá" …)* N ["(" words ")"] UNIT [anchor]
///     anchor := ("kể từ" | "tính từ" | "từ" | "sau") EVENT        up to a mark
struct TermGrammar: Sendable {
  struct Match: Sendable {
    let term: Term
    let tokens: Range<Int>
    /// The event is the signing of this document.
    let isFromSigning: Bool
    /// Digits had to be supposed.
    let isDamaged: Bool
  }

  /// Words of an anchor.
  private static let longestAnchor = 30
  private static let leads: [[String]] = [
    ["trong", "thoi", "han", "khong", "qua"], ["trong", "thoi", "han", "cham", "nhat"],
    ["trong", "thoi", "han", "toi", "da"], ["trong", "thoi", "han"], ["trong", "thoi", "gian"],
    ["trong", "vong"], ["thoi", "han", "khong", "qua"], ["thoi", "gian", "khong", "qua"],
    ["cham", "nhat", "la"], ["cham", "nhat", "sau"], ["cham", "nhat", "trong", "thoi", "han"],
    ["cham", "nhat", "trong"], ["cham", "nhat"], ["muon", "nhat"], ["khong", "qua"], ["toi", "da"],
    ["thoi", "han"], ["sau"], ["trong"],
  ]
  private static let froms: [[String]] = [
    ["tinh", "ke", "tu"], ["ke", "tu"], ["tinh", "tu"], ["tu"], ["sau", "khi"], ["sau"],
  ]
  private static let signing: [[String]] = [
    ["ngay", "ky"], ["ngay", "ky", "ban", "hanh"], ["ngay", "ban", "hanh"],
  ]

  /// The term whose number stands at a token.
  func match(_ text: TokenText, at number: Int) -> Match? {
    guard let token = text.at(number), token.kind != .mark, token.text.count <= 3,
      let (count, isDamaged) = count(token)
    else { return nil }
    var end = number + 1
    if text.at(end)?.text == "(" {
      guard let close = (end..<min(text.count, end + 8)).first(where: { text[$0].text == ")" }) else {
        return nil
      }
      end = close + 1
    }
    guard let (unit, unitEnd) = unit(text, at: end) else { return nil }
    let lead = Self.leads.first { text.says($0, at: number - $0.count) }
    let anchor = anchor(text, at: unitEnd)
    guard isTerm(lead, unit, hasAnchor: anchor != nil) else { return nil }
    return Match(
      term: Term(count: count, unit: unit, anchor: anchor.map { text.text($0) }),
      tokens: number - (lead?.count ?? 0)..<(anchor?.upperBound ?? unitEnd),
      isFromSigning: anchor.map { isSigning(text, $0) } ?? false, isDamaged: isDamaged)
  }

  /// `trong 5 năm` is how long something lasts; `trong thời hạn`, `chậm nhất`, `kể từ` say until when.
  private func isTerm(_ lead: [String]?, _ unit: Term.Unit, hasAnchor: Bool) -> Bool {
    guard let lead else { return hasAnchor }
    if hasAnchor { return true }
    let isLong = unit == .year || unit == .month || unit == .quarter
    return lead[0] == "cham" || lead[0] == "muon" || lead.count > 1 && lead[0] == "trong" && !isLong
  }

  private func count(_ token: Token) -> (Int, Bool)? {
    if let number = token.number { return number > 0 ? (number, false) : nil }
    guard token.kind == .mixed else { return nil }
    let mended = token.text.map { ["l": "1", "I": "1", "O": "0", "o": "0"][$0] ?? $0 }
    return Int(String(mended)).map { ($0, true) }
  }

  private func unit(_ text: TokenText, at position: Int) -> (Term.Unit, Int)? {
    switch text.at(position)?.folded {
    case "ngay":
      text.says(["lam", "viec"], at: position + 1) ? (.workingDay, position + 3) : (.day, position + 1)
    case "gio": (.hour, position + 1)
    case "tuan": (.week, position + 1)
    case "thang": (.month, position + 1)
    case "quy": (.quarter, position + 1)
    case "nam": (.year, position + 1)
    default: nil
    }
  }

  private func anchor(_ text: TokenText, at end: Int) -> Range<Int>? {
    let start = text.at(end)?.text == "," ? end + 1 : end
    guard let from = Self.froms.first(where: { text.says($0, at: start) }) else { return nil }
    let first = from.last == "khi" ? start + from.count - 1 : start + from.count
    guard let word = text.at(first)?.folded, ["ngay", "khi", "thoi", "luc"].contains(word),
      text.at(first + 1)?.kind == .word
    else { return nil }
    var last = first
    while let token = text.at(last), last - first < Self.longestAnchor, !isEnd(text, token, last) {
      last += 1
    }
    return first..<last
  }

  private func isEnd(_ text: TokenText, _ token: Token, _ position: Int) -> Bool {
    if [",", ";", ":", ")"].contains(token.text) { return true }
    return token.text == "." && (text.at(position + 1)?.hasSpaceBefore ?? true)
  }

  private func isSigning(_ text: TokenText, _ anchor: Range<Int>) -> Bool {
    Self.signing.contains { $0.count <= anchor.count && text.says($0, at: anchor.lowerBound) }
      && !anchor.dropFirst(2).contains { ["hop", "ket", "nhan"].contains(text[$0].folded) }
  }
}
