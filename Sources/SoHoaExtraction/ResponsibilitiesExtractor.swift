import SoHoaModel
import SoHoaStructure

/// Who must do what by when: from headings that name a party, from sentences and from tables.
struct ResponsibilitiesExtractor: Sendable {
  let duties: DutyTable
  /// A report tells what was done; what shall be stands under headings that say so, or is an order.
  var isReport = false

  /// - Parameter tables: those that list tasks; their statements are read with them.
  func responsibilities(_ sheet: Sheet, tables: [TaskTable], dates: [DatedPhrase]) -> [Responsibility] {
    let byStatement = Dictionary(grouping: dates, by: \.statement)
    var inTables: [Int: Int] = [:]
    for (index, table) in tables.enumerated() { for cell in table.statements { inTables[cell] = index } }
    let heads = tables.reduce(into: Set<Int>()) { $0.formUnion($1.heads) }
    let firsts = Dictionary(grouping: inTables.keys, by: { inTables[$0]! }).compactMapValues { $0.min() }
    var rows: [Responsibility] = []
    for index in sheet.statements.indices where !heads.contains(index) {
      if let table = inTables[index] {
        guard firsts[table] == index else { continue }
        let reader = TaskTableReader(duties: duties, sheet: sheet, dates: byStatement)
        rows.append(tasks: reader.read(tables[table]))
      } else {
        rows.append(tasks: read(sheet, index, byStatement[index] ?? []))
      }
    }
    return KnownParties(rows, names: duties.names).shortened(rows)
  }

  private func read(_ sheet: Sheet, _ index: Int, _ dates: [DatedPhrase]) -> [Responsibility] {
    let statement = sheet.statements[index]
    guard ![.title, .basis].contains(statement.place), !statement.isHeading else { return [] }
    if isReport, !isOfTheFuture(sheet, statement) { return [] }
    var reader = DutyReader(duties: duties, sheet: sheet, statement: statement, dates: dates)
    return reader.read()
  }

  /// It stands under `Nhiệm vụ trọng tâm …`, `Kiến nghị`, or asks somebody right away.
  private func isOfTheFuture(_ sheet: Sheet, _ statement: Statement) -> Bool {
    if let role = duties.objectRole(statement.text, at: 0)?.role, role == .request || role == .implement {
      return true
    }
    return statement.path.contains { index in
      let heading = sheet.headings[index].text
      return !Self.pasts.contains { past in heading.indices.contains { heading.says(past, at: $0) } }
        && Self.futures.contains { future in heading.indices.contains { heading.says(future, at: $0) } }
    }
  }

  private static let futures = [
    ["nhiem", "vu"], ["phuong", "huong"], ["giai", "phap"], ["kien", "nghi"], ["de", "xuat"], ["de", "nghi"],
    ["to", "chuc", "thuc", "hien"], ["thoi", "gian", "toi"], ["tiep", "theo"], ["ke", "hoach"],
    ["phan", "cong"], ["trach", "nhiem"],
  ]
  private static let pasts = [["ket", "qua"], ["tinh", "hinh"], ["danh", "gia"], ["da", "thuc", "hien"]]
}

extension [Responsibility] {
  /// Adds rows whose tasks are numbered from 1, numbering them on.
  fileprivate mutating func append(tasks: [Responsibility]) {
    let before = last?.task ?? 0
    for var row in tasks {
      row.task += before
      append(row)
    }
  }
}

/// Reads the duties of one statement, clause by clause; who is meant goes on until someone else is named.
struct DutyReader {
  private let duties: DutyTable
  private let sheet: Sheet
  private let statement: Statement
  private let dates: [DatedPhrase]
  private let text: TokenText
  /// Who the clause speaks of: fields of parties named in it or in the heading above.
  private var subjects: [Field<String>] = []
  private var subjectRole: Responsibility.Role?
  private var isFromHeading = false
  /// The heading says what is done; the items under it are tasks only if they begin with a verb.
  private var hasAction = false
  private var rows: [Responsibility] = []
  /// Tokens of the last task's action.
  private var lastAction = 0..<0
  private let maker: DutyMaker

  init(duties: DutyTable, sheet: Sheet, statement: Statement, dates: [DatedPhrase]) {
    self.duties = duties
    self.sheet = sheet
    self.statement = statement
    self.dates = dates
    text = statement.text
    maker = DutyMaker(duties: duties, fields: sheet.fields)
  }

  mutating func read() -> [Responsibility] {
    takeHeading()
    for clause in Clauses.ranges(text, from: listEnd) { read(clause) }
    return rows
  }

  // MARK: Who

  /// A list of parties in front may hold semicolons.
  private var listEnd: Int {
    guard let list = duties.parties.list(text, at: namedPersons(from: 0) ?? 0), list.parties.count > 1,
      duties.parties.verbs.match(text, at: list.end) != nil
    else { return 0 }
    return list.end
  }

  /// `Các ông (bà): Chánh Văn phòng …`: where the names begin.
  private func namedPersons(from start: Int) -> Int? {
    guard text.says(["cac", "ong"], at: start) || text.says(["ong"], at: start) else { return nil }
    return (start..<min(text.count, start + 8)).first { text[$0].text == ":" }.map { $0 + 1 }
  }

  /// The nearest heading above that is, or begins with, parties.
  private mutating func takeHeading() {
    for index in statement.path.reversed() {
      let heading = sheet.headings[index].text
      guard sheet.headings[index].leadsIn, !isSectionTitle(sheet.headings[index]) || isParties(heading) else {
        continue
      }
      var start = Self.openings.first { heading.says($0, at: 0) }?.count ?? 0
      if let request = duties.objectRole(heading, at: 0) { start = request.end }
      guard let list = duties.parties.list(heading, at: start) else { continue }
      let rest = Trimming.content(heading, list.end..<heading.count)
      guard rest.isEmpty || duties.parties.verbs.match(heading, at: rest.lowerBound) != nil else { continue }
      subjects = list.parties.map { party(heading, $0, certainty: 0.85, rule: "duty/heading") }
      subjectRole =
        rest.isEmpty
        ? duties.objectRole(heading, at: 0).flatMap { $0.role == .request ? .request : nil }
        : duties.subjectRole(heading, at: rest.lowerBound)?.role
      isFromHeading = true
      hasAction = rest.count > 4 && !sheet.headings[index].isTitle
      return
    }
  }

  private static let openings = [["trach", "nhiem", "cua"], ["nhiem", "vu", "cua"], ["doi", "voi"]]

  private func isSectionTitle(_ heading: Heading) -> Bool {
    heading.kind == .romanHeading || heading.text.tokens.allSatisfy { $0.kind != .word || $0.isCapitals }
  }

  /// `II. Sở Tư pháp`: nothing but parties, in mixed letters.
  private func isParties(_ heading: TokenText) -> Bool {
    guard heading.tokens.contains(where: { $0.kind == .word && !$0.isCapitals }),
      let list = duties.parties.list(heading, at: duties.objectRole(heading, at: 0)?.end ?? 0)
    else { return false }
    return Trimming.content(heading, list.end..<heading.count).isEmpty
  }

  private func party(_ text: TokenText, _ range: Range<Int>, certainty: Double, rule: String) -> Field<String>
  {
    sheet.fields.field(text, range, value: text.text(range), certainty: certainty, rule: rule)
  }

  // MARK: Clauses

  private mutating func read(_ clause: Range<Int>) {
    var position = clause.lowerBound
    while position < clause.upperBound, text[position].kind == .mark { position += 1 }
    if let named = namedPersons(from: position), named < clause.upperBound { position = named }
    guard position < clause.upperBound else { return }
    let isLeadIn = text[clause.upperBound - 1].text == ":"
    if let order = order(in: clause, from: position), !isLeadIn || statement.place == .body {
      take(
        order.parties, role: order.role, verb: order.end, clause,
        rule: order.isKnown ? "duty/order" : "duty/unknown")
    } else if isOrderToOthers(at: position) {
      subjects = isFromHeading ? subjects : []
    } else if statement.place == .opening {
      if !subjects.isEmpty, duties.parties.verbs.match(text, at: position) != nil {
        act(clause, from: position, opened: subjectRole)
      }
    } else if isDueNote(clause) {
      takeDue(clause)
    } else if let list = duties.parties.list(text, at: position),
      let verb = verb(after: list.end, clause) ?? maybeVerb(after: list.end, clause)
    {
      guard isDuty(at: verb) else { return }
      take(list.parties, role: nil, verb: verb, clause, rule: "duty/sentence")
    } else if let late = lateSubject(clause, from: position) {
      take(late.parties, role: nil, verb: late.verb, clause, rule: "duty/sentence")
    } else if let doers = doers(clause, from: position) {
      take(doers, role: nil, verb: position, clause, rule: "duty/passive")
    } else if !subjects.isEmpty, goesOn(clause, at: position) {
      act(clause, from: position, opened: subjectRole)
    } else {
      subjects = isFromHeading ? subjects : []
    }
  }

  /// `giao`, `yêu cầu`, `đề nghị` with parties and what they shall do.
  private func order(
    in clause: Range<Int>, from start: Int
  ) -> (parties: [Range<Int>], role: Responsibility.Role, end: Int, isKnown: Bool)? {
    let own = ownVerb(clause, from: start)
    for position in start..<min(clause.upperBound, own.map { $0 + 1 } ?? start + 60)
    where !isDenied(at: position, from: start) {
      guard let request = duties.objectRole(text, at: position),
        request.role == .implement || request.role == .request,
        request.end < clause.upperBound
      else { continue }
      if let list = duties.parties.list(text, at: request.end),
        let verb = verb(after: list.end, clause) ?? anyWord(after: list.end, clause)
      {
        return (list.parties, request.role, verb, true)
      }
      if position == start, let list = duties.parties.unknown(text, at: request.end) {
        return (list.parties, request.role, list.end, false)
      }
    }
    return nil
  }

  /// The verb of parties that the clause begins with: behind it, what is ordered is only a part of what they do.
  private func ownVerb(_ clause: Range<Int>, from start: Int) -> Int? {
    duties.parties.list(text, at: start).flatMap { verb(after: $0.end, clause) }
  }

  /// `được yêu cầu`, `có quyền đề nghị`: no order.
  private func isDenied(at position: Int, from start: Int) -> Bool {
    position > start && Self.denials.contains(text[position - 1].folded)
  }

  private static let denials: Set<String> = [
    "duoc", "quyen", "khong", "theo", "co", "the", "da", "khi", "duong",
  ]

  /// `Trong thời hạn 05 ngày …, Sở X cấp …`: the party stands behind the first comma.
  private func lateSubject(
    _ clause: Range<Int>, from start: Int
  ) -> (parties: [Range<Int>], verb: Int)? {
    guard Self.adverbs.contains(text[start].folded) else { return nil }
    for position in start..<min(clause.upperBound, start + 40) where text[position].text == "," {
      guard let list = duties.parties.list(text, at: position + 1),
        let verb = verb(after: list.end, clause) ?? maybeVerb(after: list.end, clause), isDuty(at: verb)
      else { continue }
      return (list.parties, verb)
    }
    return nil
  }

  private static let adverbs: Set<String> = [
    "trong", "can", "tren", "dinh", "truoc", "sau", "khi", "theo", "de", "cham", "den", "hoan", "xong",
    "muon",
    "tu", "hang", "thoi", "ngay",
  ]

  /// `Việc X do Y thực hiện`: who stands behind `do`.
  private func doers(_ clause: Range<Int>, from start: Int) -> [Range<Int>]? {
    for position in start..<clause.upperBound where text[position].text == "do" {
      guard let list = duties.parties.list(text, at: position + 1),
        Self.doings.contains(where: { text.says($0, at: list.end) })
      else { continue }
      return list.parties
    }
    return nil
  }

  private static let doings = [
    ["thuc", "hien"], ["dam", "nhiem"], ["dam", "nhan"], ["phu", "trach"], ["chu", "tri"], ["trien", "khai"],
    ["chiu", "trach", "nhiem"],
  ]

  /// `Hoàn thành trước ngày 30/6.` behind a task: nothing but when it is due.
  private func isDueNote(_ clause: Range<Int>) -> Bool {
    guard !rows.isEmpty, deadline(in: clause) != nil else { return false }
    return clause.allSatisfy { position in
      text[position].kind == .mark || Self.dueWords.contains(text[position].folded)
        || dates.contains { $0.tokens.contains(position) }
    }
  }

  private static let dueWords: Set<String> = [
    "hoan", "thanh", "thoi", "gian", "han", "xong", "cham", "nhat", "muon", "yeu", "cau", "phai", "viec",
    "nay",
    "thuc", "hien", "tien", "do", "truoc", "trong", "la", "va", "ket", "thuc",
  ]

  /// The deadline belongs to the last task, if that has none.
  private mutating func takeDue(_ clause: Range<Int>) {
    let task = rows.last!.task
    for index in rows.indices where rows[index].task == task && rows[index].deadline == nil {
      rows[index].deadline = deadline(in: clause)
    }
  }

  /// An unknown verb behind a party counts where a deadline or a heading speaks for a duty.
  private func maybeVerb(after end: Int, _ clause: Range<Int>) -> Int? {
    let position = text.at(end)?.text == "," ? end + 1 : end
    guard position + 1 < clause.upperBound, duties.parties.maybeVerb(text, at: position),
      deadline(in: clause) != nil || isUnderDuties
    else { return nil }
    return position
  }

  /// The verb that follows a list of parties, over a comma or a bracket.
  private func verb(after end: Int, _ clause: Range<Int>) -> Int? {
    var position = end
    if text.at(position)?.text == "(" {
      while position < clause.upperBound, text[position].text != ")" { position += 1 }
      position += 1
    }
    while position < clause.upperBound, text[position].kind == .mark { position += 1 }
    guard position < clause.upperBound else { return nil }
    if duties.parties.verbs.match(text, at: position) != nil { return position }
    return (position..<min(clause.upperBound, position + 25)).first {
      text.says(["co", "trach", "nhiem"], at: $0)
    }
  }

  /// Behind an order even an unknown word begins what is ordered.
  private func anyWord(after end: Int, _ clause: Range<Int>) -> Int? {
    let position = text.at(end)?.text == "," ? end + 1 : end
    guard position + 1 < clause.upperBound, text[position].kind == .word,
      text[position].text.first?.isLowercase == true
    else { return nil }
    return position
  }

  /// In articles much is said of bodies that is no task: only explicit words of duty count there,
  /// or a deadline.
  private func isDuty(at verb: Int) -> Bool {
    guard
      statement.kind == .clause || statement.kind == .point || statement.kind == .article
        || statement.isInArticle
    else { return true }
    return duties.subjectRole(text, at: verb) != nil
      || statement.place == .body && deadline(in: text.indices) != nil
  }

  private mutating func take(
    _ parties: [Range<Int>], role: Responsibility.Role?, verb: Int, _ clause: Range<Int>, rule: String
  ) {
    let certainty = rule == "duty/unknown" ? 0.6 : 0.9
    subjects = parties.map { party(text, $0, certainty: certainty, rule: rule) }
    isFromHeading = false
    subjectRole = role == .request ? .request : nil
    act(clause, from: verb, opened: role)
  }

  /// `Đề nghị các đại biểu …`: who is meant is not known, but it is not who was named before.
  private func isOrderToOthers(at position: Int) -> Bool {
    duties.objectRole(text, at: position).map { $0.role == .request || $0.role == .implement } ?? false
  }

  /// A clause without a subject of its own belongs to the one before it, or to the heading.
  private func goesOn(_ clause: Range<Int>, at position: Int) -> Bool {
    if isFromHeading, !hasAction {
      return !Self.closings.contains { text.says($0, at: position) } && !isOfPaper(at: position)
        && (isUnderDuties || duties.parties.words.beginsAction(text, position))
    }
    if !rows.isEmpty, clause.lowerBound > 0, text[clause.lowerBound - 1].text == ";",
      text[position].text.first?.isLowercase == true, duties.parties.heads.match(text, at: position) == nil
    {
      return true
    }
    return duties.parties.verbs.match(text, at: position) != nil
  }

  /// A heading above speaks of duties: what stands under a party there is one, whatever word it begins with.
  private var isUnderDuties: Bool {
    statement.path.contains { index in
      let heading = sheet.headings[index].text
      return heading.indices.contains { position in Self.dutyHeads.contains { heading.says($0, at: position) }
      }
    }
  }

  private static let dutyHeads = [
    ["to", "chuc", "thuc", "hien"], ["trach", "nhiem"], ["phan", "cong"], ["nhiem", "vu"], ["thuc", "hien"],
  ]

  /// `Kế hoạch này thay cho …`: what the document itself does.
  private func isOfPaper(at position: Int) -> Bool {
    (position + 1...position + 2).contains { text.at($0)?.text == "này" }
      && duties.parties.verbs.match(text, at: position) == nil
  }

  /// Words that speak of the whole document again.
  private static let closings = [
    ["tren", "day", "la"], ["cac", "noi", "dung", "khac"], ["qua", "trinh", "thuc", "hien"],
    ["trong", "qua", "trinh"], ["moi", "vuong", "mac"], ["neu", "co", "vuong", "mac"],
    ["neu", "co", "kho", "khan"],
  ]

  // MARK: What

  private mutating func act(_ clause: Range<Int>, from verb: Int, opened: Responsibility.Role?) {
    guard !subjects.isEmpty, verb < clause.upperBound, !isCourtesy(clause, from: verb) else { return }
    let printed = ownRole(clause, from: verb)
    if text[clause.upperBound - 1].text == ":", let printed, clause.upperBound - printed.end <= 3 { return }
    let role = role(opened: opened, printed: printed?.role)
    if isMereReport(clause, from: verb) {
      return addObjects(clause, from: verb, content(clause, from: verb), task: rows.last!.task)
    }
    if extendsLast(clause, role) { return extend(clause, from: verb) }
    let coordination = coordination(clause, from: verb)
    let start = coordination?.end ?? (printed.map { $0.role == .lead ? $0.end : verb } ?? verb)
    let content = content(clause, from: start)
    lastAction = start..<clause.upperBound
    let task = (rows.last?.task ?? 0) + 1
    rows += subjects.map { maker.row(task, $0, role, content) }
    for range in coordination?.parties ?? [] {
      let other = party(text, range, certainty: 0.88, rule: "duty/coordinate")
      rows.append(maker.row(task, other, .coordinate, content))
    }
    addObjects(clause, from: verb, content, task: task)
  }

  /// `đề nghị các đơn vị quan tâm phối hợp./.`, `X thông báo để các cơ quan biết`: nothing to follow up.
  private func isCourtesy(_ clause: Range<Int>, from verb: Int) -> Bool {
    if text.says(["thong", "bao", "de"], at: verb) { return true }
    return text.says(["quan", "tam"], at: verb) && clause.upperBound - verb < 10
      && deadline(in: clause) == nil
  }

  private func content(_ clause: Range<Int>, from start: Int) -> DutyMaker.Content {
    let range = actionRange(clause, from: start)
    let action = range.map {
      sheet.fields.field(text, $0, value: text.text($0), certainty: 0.85, rule: "duty/action")
    }
    return DutyMaker.Content(
      action: action, object: range.flatMap { maker.object(text, $0) }, deadline: deadline(in: clause),
      money: maker.money(text, clause), place: statement.labels)
  }

  /// `báo cáo X` alone, behind another task: X is told, nothing else is done.
  private func isMereReport(_ clause: Range<Int>, from verb: Int) -> Bool {
    guard !rows.isEmpty, let found = duties.objectRole(text, at: verb), found.role == .reportTo else {
      return false
    }
    return receivers(after: found.end, clause, isReport: true) != nil
  }

  /// Tokens that one action may have.
  private static let longestAction = 600

  /// One task is one row: a further clause of the same sentence, role and subject belongs to it. One with a deadline is
  /// a task of its own: nobody says that the deadline holds for what stands before it.
  private func extendsLast(_ clause: Range<Int>, _ role: Responsibility.Role) -> Bool {
    guard role == .implement || role == .request, clause.lowerBound > 0,
      text[clause.lowerBound - 1].text == ";",
      clause.upperBound - lastAction.lowerBound <= Self.longestAction,
      let last = rows.last(where: { $0.party == subjects.last })
    else { return false }
    return last.role == role && deadline(in: clause) == nil
  }

  /// The last task goes on up to the end of a clause.
  private mutating func extend(_ clause: Range<Int>, from verb: Int) {
    let task = rows.last!.task
    var content = content(lastAction.lowerBound..<clause.upperBound, from: lastAction.lowerBound)
    content.object = rows.last!.object
    lastAction = lastAction.lowerBound..<clause.upperBound
    for index in rows.indices.reversed().prefix(while: { rows[$0].task == task }) {
      rows[index].action = content.action
      rows[index].money = rows[index].money ?? content.money
    }
    addObjects(clause, from: verb, content, task: task)
  }

  /// The role that the verb gives, or one little behind it (`tổng hợp kết quả, tham mưu …`).
  private func ownRole(_ clause: Range<Int>, from verb: Int) -> (role: Responsibility.Role, end: Int)? {
    if let role = duties.subjectRole(text, at: verb) {
      guard role.role == .implement else { return role }
      return roleBehind(role.end, clause) ?? role
    }
    for position in verb..<min(clause.upperBound, verb + 6) where text[position].text == "," {
      if let role = duties.subjectRole(text, at: position + 1), role.role == .advise { return role }
    }
    return nil
  }

  /// `có trách nhiệm chủ trì`, `chịu trách nhiệm trước Chính phủ chủ trì`
  private func roleBehind(_ end: Int, _ clause: Range<Int>) -> (role: Responsibility.Role, end: Int)? {
    if let role = duties.subjectRole(text, at: end), role.role == .coordinate { return role }
    for position in end..<min(clause.upperBound, end + 7) {
      if let role = duties.subjectRole(text, at: position), role.role == .lead { return role }
      guard text[position].kind == .word, position > end || text[position].text == "trước" else { return nil }
    }
    return nil
  }

  private func role(opened: Responsibility.Role?, printed: Responsibility.Role?) -> Responsibility.Role {
    if let printed, printed == .lead { return .lead }
    if opened == .request { return .request }
    return printed ?? opened ?? .implement
  }

  /// `phối hợp với A, B và C`: who, and where the action goes on.
  private func coordination(_ clause: Range<Int>, from start: Int) -> (parties: [Range<Int>], end: Int)? {
    for position in start..<min(clause.upperBound, start + 12) {
      guard text[position].folded == "phoi", text.at(position + 1)?.folded == "hop" else { continue }
      var next = position + 2
      if let word = text.at(next)?.folded, word == "voi" || word == "cung" { next += 1 }
      guard let list = duties.parties.list(text, at: next) else { return nil }
      return (list.parties, list.end)
    }
    return nil
  }

  private func actionRange(_ clause: Range<Int>, from start: Int) -> Range<Int>? {
    var range = Trimming.content(text, start..<max(start, clause.upperBound))
    if let date = dates.first(where: {
      $0.tokens.lowerBound > range.lowerBound && range.contains($0.tokens.lowerBound)
    }),
      date.tokens.upperBound >= range.upperBound - 1
    {
      range = Trimming.content(text, range.lowerBound..<date.tokens.lowerBound)
      if range.count > 3, text.at(range.upperBound - 3)?.text == ",",
        text.says(["hoan", "thanh"], at: range.upperBound - 2)
      {
        range = range.lowerBound..<range.upperBound - 3
      }
    }
    return range.count > 1 ? range : nil
  }

  private func deadline(in clause: Range<Int>) -> Field<DateValue>? {
    let inside = dates.filter { clause.overlaps($0.tokens) }
    return inside.first { $0.role == .deadline || $0.role == .recurringDeadline }?.field
  }

  /// `báo cáo X`, `trình X`: whom the result goes to.
  private mutating func addObjects(
    _ clause: Range<Int>, from start: Int, _ content: DutyMaker.Content, task: Int
  ) {
    var position = start
    while position < clause.upperBound {
      guard let found = duties.objectRole(text, at: position),
        found.role == .reportTo || found.role == .approve,
        let list = receivers(after: found.end, clause, isReport: found.role == .reportTo)
      else {
        position += 1
        continue
      }
      for range in list.parties {
        let receiver = party(text, range, certainty: 0.85, rule: "duty/\(found.role.rawValue)")
        rows.append(maker.row(task, receiver, found.role, content))
      }
      position = list.end
    }
  }

  /// Right behind the verb, or behind `kết quả … về`.
  private func receivers(
    after end: Int, _ clause: Range<Int>, isReport: Bool
  ) -> (parties: [Range<Int>], end: Int)? {
    if let list = duties.parties.list(text, at: end) { return list }
    guard isReport else { return nil }
    for position in end..<min(clause.upperBound, end + 40)
    where text[position].text == "về" || text[position].text == "cho" {
      if let list = duties.parties.list(text, at: position + 1) { return list }
    }
    return nil
  }
}
