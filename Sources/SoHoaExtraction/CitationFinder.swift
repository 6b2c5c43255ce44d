import SoHoaModel
import SoHoaStructure

/// One place where another document is cited.
struct Citation: Sendable {
  var kind: DocumentKind?
  var number: DocumentNumber
  var date: DateGrammar.Match?
  var issuer: String?
  var title: String?
  var role: Reference.Role
  /// Why this reading was chosen; nil where nothing was damaged.
  var reading: String?
  /// Digits had to be supposed.
  var isSupposed = false
  var place: Statement.Place
  var mention: Field<String>
  /// Tokens of the whole citation, in its statement.
  let statement: Int
  let tokens: Range<Int>
  /// Year of `30/2020`.
  var year: Int?
}

/// Finds every citation (viện dẫn) in title and body.
struct CitationFinder: Sendable {
  let kinds: KindTable
  let issuers: IssuerGrammar
  let mender: CodeMender

  func citations(_ sheet: Sheet) -> [Citation] {
    sheet.statements.indices.flatMap { citations(in: $0, sheet) }
  }

  private func citations(in statement: Int, _ sheet: Sheet) -> [Citation] {
    let text = sheet.statements[statement].text
    var found: [Citation] = []
    var position = 0
    while position < text.count {
      if let citation = citation(at: position, after: found.last, statement, sheet) {
        found.append(citation)
        position = max(position + 1, citation.tokens.upperBound)
      } else {
        position += 1
      }
    }
    return found
  }

  private func citation(
    at position: Int, after last: Citation?, _ statement: Int, _ sheet: Sheet
  ) -> Citation? {
    let text = sheet.statements[statement].text
    let before = mayBeNumber(text[position]) ? lookBack(text, position).kind : nil
    let isAnnounced = before != nil || hasNumberWord(text, position)
    let symbol = SymbolGrammar().match(text, at: position, isAnnounced: isAnnounced)
    if let symbol, symbol.groups.count > 1 || mender.isKnown(symbol.groups[0]), isCited(text, symbol) {
      return numbered(symbol, [], after: last, statement, sheet)
    }
    if isAnnounced,
      let damaged = DamagedSymbol(mender: mender).reading(text, at: position, named: before)
    {
      var citation = numbered(damaged.match, damaged.changes, after: last, statement, sheet)
      citation.isSupposed = damaged.isSupposed
      return citation
    }
    if let symbol, isCited(text, symbol) { return numbered(symbol, [], after: last, statement, sheet) }
    guard let named = kinds.named(text, at: position) ?? abbreviated(text, position) else { return nil }
    return short(named.entry, from: position, end: named.end, statement, sheet)
      ?? law(named.entry, from: position, end: named.end, statement, sheet)
  }

  private func mayBeNumber(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .mixed
      || token.kind == .word && token.text.utf8.count <= 12 && token.text.count <= 4
  }

  private func hasNumberWord(_ text: TokenText, _ position: Int) -> Bool {
    let word = text.at(position - 1)?.text == ":" ? position - 2 : position - 1
    return text.at(word)?.folded == "so" && !Self.forms.contains(text.at(word - 1)?.folded ?? "")
  }

  /// `Mẫu số 01/…`: numbers of forms.
  private static let forms: Set<String> = ["mau", "bieu", "luc", "khai", "nha", "duong", "thoai", "ngo"]

  /// A number like `05/QĐ` needs a known kind, a word before it, or two groups.
  private func isCited(_ text: TokenText, _ match: SymbolGrammar.Match) -> Bool {
    if let before = text.at(match.tokens.lowerBound - 1), !text[match.tokens.lowerBound].hasSpaceBefore,
      before.kind != .mark || "/-.".contains(before.text)
    {
      return false
    }
    if lookBack(text, match.tokens.lowerBound).kind != nil { return true }
    if hasNumberWord(text, match.tokens.lowerBound) {
      return match.groups.count > 1 || match.groups.contains { mender.isKnown($0) }
    }
    return match.groups.contains { mender.isKind($0) } && match.groups.count > 1
  }

  // MARK: With a symbol

  private func numbered(
    _ match: SymbolGrammar.Match, _ damage: [CodeMender.Change], after last: Citation?, _ statement: Int,
    _ sheet: Sheet
  ) -> Citation {
    let text = sheet.statements[statement].text
    var (start, kind) = lookBack(text, match.tokens.lowerBound)
    if kind == nil, let last, isListed(text, last.tokens.upperBound, match.tokens.lowerBound) {
      kind = last.kind
    }
    let mended = mender.mend(match.groups, named: kind)
    let number = Self.number(match, mended.groups)
    let value = kind ?? mended.groups.lazy.compactMap { kinds.coded($0).first?.kind }.first
    let changes = damage + mended.changes
    var citation = finish(
      value, number, start: start, end: match.tokens.upperBound,
      certainty: (changes.isEmpty ? 0.97 : 0.87) - match.damage, rule: "reference/symbol", statement, sheet)
    if !changes.isEmpty { citation.reading = Self.reason(changes) }
    return citation
  }

  private static func reason(_ changes: [CodeMender.Change]) -> String {
    changes.map { "“\($0.from)” read as “\($0.to)”" }.joined(separator: ", ")
  }

  private static func number(_ match: SymbolGrammar.Match, _ groups: [String]) -> DocumentNumber {
    guard groups != match.groups else {
      return DocumentNumber(number: match.number, symbol: match.symbol, full: match.full)
    }
    var marks = match.symbol.filter { $0 == "/" || $0 == "-" }[...]
    let symbol = groups.dropFirst().reduce(groups[0]) { $0 + String(marks.popFirst() ?? "-") + $1 }
    let separator = match.full.dropFirst(match.number.count).prefix(1)
    return DocumentNumber(number: match.number, symbol: symbol, full: match.number + separator + symbol)
  }

  /// `Quyết định số`, `các Quyết định số:` before the number.
  private func lookBack(_ text: TokenText, _ number: Int) -> (start: Int, kind: DocumentKind?) {
    var position = number
    while let token = text.at(position - 1), token.text == ":" || token.folded == "so" { position -= 1 }
    for length in stride(from: 4, through: 1, by: -1) {
      if let named = kinds.named(text, at: position - length), named.end == position {
        return (position - length, named.entry.kind)
      }
    }
    if let named = abbreviated(text, position - 1), named.end == position {
      return (position - 1, named.entry.kind)
    }
    return (position, nil)
  }

  /// `1743/QĐ-BGTVT, 1744/QĐ-BGTVT và 1745/QĐ-BGTVT`
  private func isListed(_ text: TokenText, _ end: Int, _ start: Int) -> Bool {
    start - end <= 3 && (end..<max(end, start)).allSatisfy { [",", ";", "và", "số"].contains(text[$0].text) }
  }

  // MARK: Without a symbol

  /// `NQ số 57`: a kind's code alone.
  private func abbreviated(_ text: TokenText, _ position: Int) -> (entry: KindTable.Entry, end: Int)? {
    guard let token = text.at(position), token.isCapitals, token.kind == .word, token.text.utf8.count >= 2,
      let entry = text.at(position + 1)?.folded == "so"
        ? kinds.coded(token.text).first : kinds.coded(exactly: token.text)
    else { return nil }
    return (entry, position + 1)
  }

  /// `Nghị quyết số 57`, `Nghị quyết 57`
  private func short(
    _ entry: KindTable.Entry, from start: Int, end: Int, _ statement: Int, _ sheet: Sheet
  ) -> Citation? {
    let text = sheet.statements[statement].text
    guard text[start].isCapitalised, entry.kind.name != "Chương trình" || text.at(end)?.folded == "so" else {
      return nil
    }
    let hasWord = text.at(end)?.folded == "so"
    let position = hasWord ? end + 1 : end
    guard let token = text.at(position), token.kind == .number, token.text.count <= 4, token.hasSpaceBefore,
      let last = shortEnd(text, position)
    else { return nil }
    let number = DocumentNumber(number: token.text, symbol: nil, full: nil)
    var citation = finish(
      entry.kind, number, start: start, end: last, certainty: hasWord ? 0.9 : 0.75, rule: "reference/number",
      statement, sheet)
    if last > position + 1 { citation.year = text[last - 1].number }
    return citation
  }

  /// Behind `57` or `30/2020`, where nothing else hangs on.
  private func shortEnd(_ text: TokenText, _ position: Int) -> Int? {
    if text.at(position + 1)?.text == "/", let year = text.at(position + 2), year.text.count == 4,
      let value = year.number, (1945...2100).contains(value), !year.hasSpaceBefore,
      isFree(text.at(position + 3))
    {
      return position + 3
    }
    return isFree(text.at(position + 1)) ? position + 1 : nil
  }

  private func isFree(_ token: Token?) -> Bool {
    token.map { $0.hasSpaceBefore || ",;.):”\"".contains($0.text) } ?? true
  }

  /// `Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025`: laws are cited by title.
  private func law(
    _ entry: KindTable.Entry, from start: Int, end: Int, _ statement: Int, _ sheet: Sheet
  ) -> Citation? {
    let text = sheet.statements[statement].text
    guard entry.system == "normative", ["Luật", "Bộ luật", "Pháp lệnh"].contains(entry.kind.name),
      text[start].isCapitalised, let next = text.at(end), next.isCapitalised, next.hasSpaceBefore
    else { return nil }
    let titleEnd = LawTitle(kinds: kinds).end(text, from: end)
    guard titleEnd > end else { return nil }
    let symbol = text.at(titleEnd)?.folded == "so" ? SymbolGrammar().match(text, at: titleEnd + 1) : nil
    let number = DocumentNumber(number: symbol?.number, symbol: symbol?.symbol, full: symbol?.full)
    var citation = finish(
      entry.kind, number, start: start, end: symbol?.tokens.upperBound ?? titleEnd,
      certainty: symbol == nil ? 0.85 : 0.95, rule: "reference/law", statement, sheet)
    citation.title = text.text(start..<titleEnd)
    return citation
  }

  // MARK: What follows

  private func finish(
    _ kind: DocumentKind?, _ number: DocumentNumber, start: Int, end: Int, certainty: Double, rule: String,
    _ statement: Int, _ sheet: Sheet
  ) -> Citation {
    let text = sheet.statements[statement].text
    var position = end
    if text.at(position)?.text == ",", text.at(position + 1)?.folded == "ngay" { position += 1 }
    var date: DateGrammar.Match?
    if let match = DateGrammar().match(text, at: position), [.date, .year].contains(match.form) {
      date = match
      position = match.tokens.upperBound
    }
    let issuer = issuers.issuer(text, at: position)
    if let issuer { position = issuer.tokens.upperBound }
    let title = subject(text, from: position, sheet.statements[statement].place)
    let mention = sheet.fields.field(
      text, start..<end, value: number.full ?? text.text(start..<end), certainty: certainty, rule: rule)
    return Citation(
      kind: kind, number: number, date: date, issuer: issuer?.name, title: title,
      role: Self.role(statement, sheet), place: sheet.statements[statement].place,
      mention: mention,
      statement: statement,
      tokens: start..<max(end, position))
  }

  /// `về việc …`, `quy định …` up to the end of the clause; only in title and legal bases, where it is whole.
  private func subject(_ text: TokenText, from start: Int, _ place: Statement.Place) -> String? {
    guard place == .basis || place == .title, let first = text.at(start),
      Self.subjectOpenings.contains(first.folded)
    else { return nil }
    var end = start
    while let token = text.at(end), !(token.text == ";"), !(token.text == "." && end == text.count - 1),
      end - start < 90
    {
      end += 1
    }
    return end - start >= 2 ? text.text(start..<end) : nil
  }

  private static let subjectOpenings: Set<String> = [
    "ve", "quy", "sua", "huong", "ban", "phe", "cong",
  ]

  private static func role(_ index: Int, _ sheet: Sheet) -> Reference.Role {
    let statement = sheet.statements[index]
    return switch statement.place {
    case .title: .subject
    case .basis: .basis
    case .opening: isBasis(statement.text) || goesOn(index, sheet) ? .basis : .mention
    case .body:
      statement.path.isEmpty && !statement.isInArticle && isLegalBasis(statement.text) ? .basis : .mention
    case .annex: .mention
    }
  }

  /// The opening may take several paragraphs: `Thực hiện …;`, `Kế hoạch số …`.
  private static func goesOn(_ index: Int, _ sheet: Sheet) -> Bool {
    guard index > 0, sheet.statements[index - 1].text.tokens.last?.text == ";" else { return false }
    return [.opening, .basis].contains(sheet.statements[index - 1].place) && role(index - 1, sheet) == .basis
  }

  /// `- Căn cứ …` in documents of the Party.
  private static func isLegalBasis(_ text: TokenText) -> Bool {
    let start = text.at(0)?.kind == .mark ? 1 : 0
    return text.says(["can", "cu"], at: start) && text.at(start + 2)?.isCapitalised == true
  }

  /// The opening says by what the document is issued: `Thực hiện Kế hoạch số …`
  private static func isBasis(_ text: TokenText) -> Bool {
    let openings: [[String]] = [
      ["thuc", "hien"], ["can", "cu"], ["trien", "khai"], ["theo"], ["tren", "co", "so"], ["tiep", "theo"],
      ["phuc", "dap"],
      ["xet"],
      ["nham", "trien", "khai"], ["de", "trien", "khai"],
    ]
    return openings.contains { text.says($0, at: 0) }
  }
}
