import SoHoaModel

/// `của Bộ Chính trị`, `của Ủy ban nhân dân thành phố`: who issued what is cited.
struct IssuerGrammar: Sendable {
  struct Match: Sendable {
    let name: String
    /// With the word `của`.
    let tokens: Range<Int>
  }

  let gazetteer: Gazetteer
  let kinds: KindTable

  /// Words in small letters that go on with a body's name.
  private static let parts: Set<String> = [
    "nhan", "dan", "tinh", "thanh", "pho", "xa", "phuong", "huyen", "quan", "thi", "tran", "va", "trung",
    "uong",
    "vu", "dac", "khu", "cap", "nuoc", "chi", "dao", "quoc", "gia", "toi", "cao", "bo", "so", "ban", "to",
    "cong", "tac",
    "cac", "nha", "tri", "hoi", "dong", "truong", "tuong", "tich", "doc",
  ]
  /// Words that end it.
  private static let stops: Set<String> = [
    "ve", "quy", "sua", "huong", "phe", "ban", "khoa", "tai", "nam", "ngay", "duoc", "da", "la", "co", "den",
    "trong",
    "trien", "nhu", "theo", "de", "gui", "thong", "giao", "trinh", "kem", "nham", "cho", "voi", "tu", "xem",
    "cong",
  ]

  func issuer(_ text: TokenText, at start: Int) -> Match? {
    guard text.at(start)?.folded == "cua", let first = text.at(start + 1), first.isCapitalised else {
      return nil
    }
    var end = gazetteer.body(text, at: start + 1) ?? start + 2
    while let token = text.at(end), goesOn(text, token, end) {
      end = gazetteer.body(text, at: end) ?? end + 1
    }
    while end > start + 2, text[end - 1].kind == .mark || text[end - 1].folded == "va" { end -= 1 }
    return Match(name: text.text((start + 1)..<end), tokens: start..<end)
  }

  private func goesOn(_ text: TokenText, _ token: Token, _ position: Int) -> Bool {
    if token.kind == .mark {
      if token.text == "-" { return text.at(position + 1)?.isCapitalised == true }
      return token.text == ","
        && (isInName(text, position) || text.says(["chu", "nhiem", "van", "phong"], at: position + 1))
    }
    if token.folded == "va" {
      return text.at(position + 1).map { $0.isCapitalised } == true
        && kinds.named(text, at: position + 1) == nil
    }
    if token.isCapitalised { return kinds.named(text, at: position) == nil }
    guard token.kind == .word, !Self.isStop(text, position) else { return false }
    let isSecondSyllable = text[position - 1].isCapitalised && !Self.stops.contains(token.folded)
    return isSecondSyllable || Self.parts.contains(token.folded)
  }

  /// `Bộ Văn hóa, Thể thao và Du lịch`: a comma inside of a name is followed by a capital and, soon, `và`.
  private func isInName(_ text: TokenText, _ position: Int) -> Bool {
    guard text.at(position + 1)?.isCapitalised == true, kinds.named(text, at: position + 1) == nil else {
      return false
    }
    return (2...5).contains { text.at(position + $0)?.folded == "va" }
  }

  private static func isStop(_ text: TokenText, _ position: Int) -> Bool {
    let folded = text[position].folded
    if folded == "ban" { return text.at(position + 1)?.folded == "hanh" }
    if folded == "cong" { return text.at(position + 1)?.folded == "bo" }
    if folded == "quy" { return true }
    return stops.contains(folded) && !parts.contains(folded)
  }
}
