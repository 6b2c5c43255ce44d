import SoHoaStructure

/// Where the name of a party ends in running text.
struct PartyNameEnd: Sendable {
  let words: PartyWords
  /// Words that no name goes on with.
  static let ends: Set<String> = [
    "để", "về", "trước", "chậm", "theo", "tại", "khi", "nếu", "trong", "đến", "kết", "với", "cùng", "cho",
    "từ",
    "qua", "bằng", "này", "như", "nhằm", "được", "đã", "sẽ", "là", "hằng", "hàng", "xem", "phê", "quyết",
    "kính", "trân", "nếu", "mà", "xong", "muộn", "hoàn", "định", "nay", "sau", "vào", "ngay", "đúng", "do",
    "nhưng", "chưa", "không", "hoặc", "có", "bị", "tuyệt", "đều", "cũng", "nào", "việc", "nơi",
  ]

  func end(_ text: TokenText, from start: Int) -> Int {
    let head = words.heads.match(text, at: start)?.end ?? start + 1
    if let known = department(text, at: start) { return known }
    let bodies = words.gazetteer
    var end = max(head, bodies.body(text, at: start) ?? bodies.body(text, at: head) ?? head)
    var sure = head
    while let token = text.at(end), end - start < PartyGrammar.longest {
      if token.kind == .mark {
        guard goesOn(text, over: end, from: start) else { break }
      } else if let tail = words.tail(text, at: end, head: head) {
        (end, sure) = (tail, tail)
        continue
      } else if token.text == "và", words.begins(text, at: end + 1), !isJointOffice(text, start, end) {
        break
      } else if token.text.first?.isLowercase == true {
        if end > head, isBehindWhole(text, end) { break }
        if end > head || head - start > 2, !Self.tails.contains(token.written), words.isForeign(text, end) {
          return beforeUnknown(text, end, from: sure)
        }
        if stops(text, end, head) { break }
      }
      end += 1
    }
    return end
  }

  /// A verb or a word that ends every name, unless it is the end of a word of two syllables (`Đào tạo`).
  private func stops(_ text: TokenText, _ position: Int, _ head: Int) -> Bool {
    if position > head, words.isCompound(text, position) {
      return words.isVerb(text, position) && words.verbs.match(text, at: position)?.end != position + 1
    }
    return Self.ends.contains(text[position].text) || words.isVerb(text, position)
  }

  /// `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân`, `Báo và Đài Phát thanh`
  private func isJointOffice(_ text: TokenText, _ start: Int, _ end: Int) -> Bool {
    if end == start + 1, text[start].written == "báo" { return text[end + 1].written == "đài" }
    guard (start..<end).contains(where: { text.says(["van", "phong"], at: $0) }) else { return false }
    return text.says(["hoi", "dong", "nhan", "dan", "va", "uy", "ban", "nhan", "dan"], at: end - 4)
      || text.says(["quoc", "hoi", "va", "hoi", "dong", "nhan", "dan"], at: end - 2)
  }

  /// A small word behind a unit of the country, or behind `liên quan`, `trực thuộc`: the name is whole before it.
  private func isBehindWhole(_ text: TokenText, _ position: Int) -> Bool {
    guard let before = text.at(position - 1)?.written, !Self.tails.contains(text[position].written) else {
      return false
    }
    if Self.units.contains(before) { return true }
    return Self.wholes.contains { text.says($0, at: position - 2) }
  }

  private static let wholes = [
    ["lien", "quan"], ["truc", "thuoc"], ["thanh", "pho"], ["viet", "nam"], ["dia", "ban"], ["cac", "cap"],
    ["dac", "khu"], ["tham", "quyen"], ["khu", "vuc"],
  ]

  /// Over small words that names do not hold either (`Phòng Kinh tế vót tre đan giỏ`).
  private func beforeUnknown(_ text: TokenText, _ position: Int, from sure: Int) -> Int {
    var end = position
    while end - 1 > sure, text[end - 1].text.first?.isLowercase == true, words.isUnseen(text, end - 1) {
      end -= 1
    }
    return end
  }

  private static let units: Set<String> = ["tỉnh", "xã", "phường", "huyện", "quận", "ủy"]
  /// Small words that go on behind one.
  private static let tails: Set<String> = [
    "tỉnh", "thành", "xã", "phường", "huyện", "quận", "trực", "liên", "thuộc", "và", "trên", "ủy", "hội",
    "đội",
    "khác", "sở", "ban", "đặc", "khu", "thị", "của", "nhân", "ở", "cùng", "cấp", "viên", "biên",
    "miền", "ngành", "đoàn", "các",
  ]

  /// A ministry or department by its full name ends with it, whatever verb follows; a place may stand behind.
  private func department(_ text: TokenText, at start: Int) -> Int? {
    guard ["so", "bo"].contains(text[start].folded), var end = words.gazetteer.body(text, at: start) else {
      return nil
    }
    while let token = text.at(end), token.kind == .word, token.isCapitalised || isPlaceWord(text, end) {
      end += 1
    }
    return text.at(end)?.text == "-" ? nil : end
  }

  private func isPlaceWord(_ text: TokenText, _ position: Int) -> Bool {
    let word = text[position].text
    return word == "tỉnh" || word == "thành" && text.at(position + 1)?.text == "phố"
      || word == "phố" && text.at(position - 1)?.text == "thành"
  }

  /// Marks inside of a name: `các sở, ban, ngành`, `Văn hóa, Thể thao`, `Tổ chức - Hành chính`, `(HĐND)`.
  private func goesOn(_ text: TokenText, over position: Int, from start: Int) -> Bool {
    let mark = text[position].text
    guard let next = text.at(position + 1) else { return false }
    if mark == "-" || mark == "–" || mark == "&" { return next.kind == .word }
    if mark == "(" { return next.text == "qua" || next.isCapitals }
    if mark == ")" { return false }
    guard mark == ",", next.kind == .word, isOfGroup(text, position + 1, from: start) else { return false }
    if words.isVerb(text, position + 1) || Self.ends.contains(next.text) { return false }
    if words.heads.match(text, at: position + 1) != nil { return true }
    return next.isCapitalised
      || text.at(position + 2).map { $0.kind == .mark || $0.text == "và" || isTail(text, position + 2) }
        == true
  }

  /// What stands behind a comma is no party of its own: nothing begins there, no new group, or (`các Vụ, Cục`) only
  /// the next kind of one.
  private func isOfGroup(_ text: TokenText, _ position: Int, from start: Int) -> Bool {
    if Self.groups.contains(text[position].text) { return false }
    guard words.begins(text, at: position) else {
      return !(text[position].isCapitalised && isBehindWhole(text, position - 1))
    }
    guard Self.groups.contains(text[start].text.lowercased()), position - start < 5,
      let head = words.heads.match(text, at: position)?.end, head == position + 1, let next = text.at(head)
    else { return false }
    return next.text == "," || next.text == "và" || words.tail(text, at: head, head: head) != nil
  }

  private static let groups: Set<String> = ["các", "những", "mọi"]

  /// `các phòng, đơn vị trực thuộc`: small words that still belong to the group.
  private func isTail(_ text: TokenText, _ position: Int) -> Bool {
    let token = text[position]
    return token.kind == .word && token.text.first?.isLowercase == true
      && words.verbs.match(text, at: position) == nil
  }
}
