import SoHoaModel

/// Makes the rows of one task: all but party and role are the same in each.
struct DutyMaker: Sendable {
  let duties: DutyTable
  let fields: FieldBuilder

  /// What is said of a task beside its parties.
  struct Content: Sendable {
    var action: Field<String>?
    var object: Field<String>?
    var deadline: Field<DateValue>?
    var money: Field<Money>?
    var place: [String] = []
  }

  func row(_ task: Int, _ party: Field<String>, _ role: Responsibility.Role, _ content: Content)
    -> Responsibility
  {
    let name = party.value ?? party.text
    return Responsibility(
      task: task, party: party, body: party.value.flatMap(duties.names.body),
      isOpenGroup: duties.names.isOpenGroup(name), role: role, action: content.action, object: content.object,
      deadline: content.deadline, money: content.money, place: content.place)
  }

  private static let remits: Set<String> = ["theo", "can", "tren", "trong"]

  /// What stands behind the verbs of an action, up to the next verb, purpose or sum; nil where it begins with none.
  func object(_ text: TokenText, _ action: Range<Int>) -> Field<String>? {
    var start = action.lowerBound
    guard start < action.upperBound, !Self.remits.contains(text[start].folded) else { return nil }
    while start < action.upperBound {
      if let verb = duties.parties.verbs.match(text, at: start), verb.end <= action.upperBound {
        start = verb.end
      } else if start > action.lowerBound, text[start].text == "," || text[start].text == "và",
        duties.parties.verbs.match(text, at: start + 1) != nil
      {
        start += 1
      } else {
        break
      }
    }
    guard start > action.lowerBound else { return nil }
    let end = (start..<action.upperBound).first { isEnd(text, $0) } ?? action.upperBound
    let range = Trimming.content(text, start..<end)
    guard !range.isEmpty else { return nil }
    return fields.field(text, range, value: text.text(range), certainty: 0.8, rule: "duty/object")
  }

  private func isEnd(_ text: TokenText, _ position: Int) -> Bool {
    switch text[position].text {
    case ";", ".": text.at(position + 1)?.hasSpaceBefore ?? true
    case ",": duties.parties.verbs.match(text, at: position + 1) != nil
    case "để", "nhằm", "trước", "theo": true
    default: text.says(["voi", "kinh", "phi"], at: position) || text.says(["cham", "nhat"], at: position)
    }
  }

  func money(_ text: TokenText, _ range: Range<Int>) -> Field<Money>? {
    duties.money.first(text, in: range).map { money(text, $0) }
  }

  func money(_ text: TokenText, _ match: MoneyGrammar.Match) -> Field<Money> {
    fields.field(
      text, match.tokens, value: match.money, certainty: match.money == nil ? 0.4 : 0.95, rule: "duty/money",
      alternatives: match.alternatives)
  }
}
