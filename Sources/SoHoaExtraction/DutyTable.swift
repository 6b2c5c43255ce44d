import SoHoaDictionaries
import SoHoaModel

/// Phrases that give a party its role, from `duty_phrases.tsv`.
struct DutyTable: Sendable {
  let parties: PartyGrammar
  let names: PartyNames
  let money: MoneyGrammar
  let columns: DutyColumns
  private let subjects: WrittenPhrases
  private let roles: [Responsibility.Role]
  private let objects: WrittenPhrases
  private let objectRoles: [Responsibility.Role]

  init(_ dictionaries: DictionaryFolder, _ gazetteer: Gazetteer) throws(DictionaryError) {
    parties = try PartyGrammar(dictionaries, gazetteer)
    names = try PartyNames(dictionaries)
    money = try MoneyGrammar(dictionaries)
    columns = try DutyColumns(dictionaries)
    let rows = try dictionaries.table("duty_phrases.tsv").records.compactMap { row in
      Responsibility.Role(rawValue: row["role"] ?? "").map { (row["phrase"] ?? "", row["side"] ?? "", $0) }
    }
    let own = rows.filter { $0.1 == "subject" }
    subjects = WrittenPhrases(own.map(\.0))
    roles = own.map(\.2)
    let others = rows.filter { $0.1 == "object" }
    objects = WrittenPhrases(others.map(\.0))
    objectRoles = others.map(\.2)
  }

  /// The role of who does what begins at the token.
  func subjectRole(_ text: TokenText, at position: Int) -> (role: Responsibility.Role, end: Int)? {
    subjects.match(text, at: position).map { (roles[$0.index], $0.end) }
  }

  /// The role of the party that follows the phrase at the token.
  func objectRole(_ text: TokenText, at position: Int) -> (role: Responsibility.Role, end: Int)? {
    objects.match(text, at: position).map { (objectRoles[$0.index], $0.end) }
  }
}
