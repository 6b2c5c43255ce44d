import SoHoaModel

/// Titles of laws as citations give them: `Luật Tổ chức chính quyền địa phương ngày …`, `Luật Đất đai số …`,
/// `Luật Sửa đổi, bổ sung một số điều của Luật …`.
struct LawTitle: Sendable {
  /// Words that a title has at most.
  static let longest = 40

  let kinds: KindTable

  /// Where the title ends that begins behind the word `Luật`; `start` if there is none.
  func end(_ text: TokenText, from start: Int) -> Int {
    var end = start
    while let token = text.at(end), end - start < Self.longest, !isStop(text, token, end) {
      if isAmendment(text, end) { end += 5 } else { end += 1 }
    }
    while end > start, text[end - 1].kind == .mark || ["va", "cac"].contains(text[end - 1].folded) {
      end -= 1
    }
    return end
  }

  /// `bổ sung một số điều của Luật`
  private func isAmendment(_ text: TokenText, _ position: Int) -> Bool {
    text.says(["mot", "so", "dieu", "cua"], at: position)
      && ["luat", "bo", "phap"].contains(text.at(position + 4)?.folded ?? "")
  }

  private func isStop(_ text: TokenText, _ token: Token, _ position: Int) -> Bool {
    if token.kind == .number || token.kind == .mixed { return true }
    if token.kind == .mark { return !goesOn(text, token, position) }
    let next = text.at(position + 1)?.folded ?? ""
    if token.folded == "ngay" { return true }
    if token.folded == "nam", text.at(position + 1)?.kind == .number { return true }
    if token.folded == "va" {
      return next == "cac" || kinds.named(text, at: position + 1) != nil && text[position + 1].isCapitalised
    }
    guard token.text.first?.isLowercase == true else { return false }
    if let follower = Self.pairs[token.folded] { return follower.contains(next) }
    return Self.stops.contains(token.folded) && !text.says(["so", "dieu"], at: position)
  }

  /// `Luật Cán bộ, công chức`
  private func goesOn(_ text: TokenText, _ mark: Token, _ position: Int) -> Bool {
    if mark.text == "-" || mark.text == "–" { return text.at(position + 1)?.kind == .word }
    guard mark.text == ",", let next = text.at(position + 1), next.kind == .word, !next.isCapitalised else {
      return false
    }
    return !Self.clauses.contains(next.folded) && !text.says(["bo", "luat"], at: position + 1)
  }

  private static let stops: Set<String> = [
    "so", "cua", "da", "duoc", "khi", "nay", "do", "de", "thi", "nham", "tu",
  ]
  /// Words that end a title only before these.
  private static let pairs: [String: Set<String>] = [
    "quy": ["dinh"], "thi": ["hanh"], "hien": ["hanh"], "de": ["nghi"], "do": ["quoc"],
    "tu": ["ngay", "nam"],
    "da": ["duoc"],
  ]
  /// Words after a comma that begin something else.
  private static let clauses: Set<String> = [
    "cac", "nghi", "thong", "quyet", "van", "khi", "thi", "trong", "de", "theo", "nham", "gop", "phap", "so",
    "ngay", "dam", "bao",
  ]
}
