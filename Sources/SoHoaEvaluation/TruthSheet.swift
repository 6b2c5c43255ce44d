import Foundation

/// A truth file as it is typed: see docs/evaluation.md for the keys.
struct TruthSheet: Decodable {
  /// Any JSON, as far as truth files need it.
  indirect enum Value: Decodable {
    case null
    case bool(Bool)
    case text(String)
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .bool(flag)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Double.self) {
        self = .text(number == number.rounded() ? "\(Int(number))" : "\(number)")
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [Value] { if case .list(let list) = self { list } else { [] } }
    var object: [String: Value] { if case .object(let object) = self { object } else { [:] } }
    var isTrue: Bool { if case .bool(true) = self { true } else { false } }
  }

  private let values: [String: Value]

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Value].self)
  }

  private static let scalars = [
    "document_type", "number", "symbol", "number_full", "agency_parent", "agency", "place", "issue_date",
    "title", "urgency", "secrecy", "circulation", "family", "drafter",
  ]

  /// The document family, for tables.
  var family: String? { values["family"]?.text }

  /// Documents behind the first one, where a file holds several.
  var furtherDocuments: [TruthSheet] {
    (values["documents"]?.list ?? []).dropFirst().map { TruthSheet(values: $0.object) }
  }

  private init(values: [String: Value]) { self.values = values }

  func incompleteFields() -> Set<String> {
    Set(
      ["headings", "recipients", "references", "dates", "responsible_parties", "addressees"].filter {
        if case .bool(false)? = values["\($0)_complete"] { true } else { false }
      })
  }

  func facts() -> [String: [FactSheet.Fact]] {
    var facts: [String: [FactSheet.Fact]] = [:]
    for key in Self.scalars where values[key] != nil { facts[key] = Self.readings(of: key, in: values) }
    if let addressees = values["addressees"] {
      facts["addressees"] = addressees.list.compactMap { Self.text(of: $0).map { .init([$0]) } }
    }
    if let recipients = values["recipients"] {
      facts["recipients"] = recipients.list.flatMap { Self.readings(of: "text", in: $0.object) }
        .filter { !$0.accepted[0].folded.hasPrefix("luu") }
    }
    if let tables = values["tables"] {
      facts["tables"] = TableFacts.facts(tables.list.map { $0.list.map { $0.list.map { $0.text ?? "" } } })
    }
    addSigners(to: &facts)
    addDocuments(to: &facts)
    addNested(to: &facts)
    addHeadings(to: &facts)
    addReferences(to: &facts)
    addDuties(to: &facts)
    return facts
  }

  private func addSigners(to facts: inout [String: [FactSheet.Fact]]) {
    guard let single = values["signer"] else { return }
    let signers = values["signers"]?.list ?? [single]
    facts["signer.name"] = signers.flatMap { Self.readings(of: "name", in: $0.object) }
    facts["signer.title"] = signers.flatMap { Self.readings(of: "title", in: $0.object) }
    if signers.contains(where: { $0.object["authority"] != nil }) {
      facts["signer.authority"] = signers.flatMap { signer in
        (signer.object["authority"]?.list ?? []).compactMap { $0.text.map { .init([$0]) } }
      }
    }
    if let archive = values["archive"] {
      facts["archive.codes"] = (archive.object["codes"]?.list ?? []).compactMap {
        $0.text.map { .init([$0]) }
      }
      if archive.object["copies"] != nil {
        facts["archive.copies"] = Self.readings(of: "copies", in: archive.object)
      }
    }
  }

  /// Page ranges of the documents of a file.
  private func addDocuments(to facts: inout [String: [FactSheet.Fact]]) {
    guard let documents = values["documents"] else { return }
    facts["documents"] = documents.list.map { document in
      .init([
        FactSheet.range((document.object["pages"]?.list ?? []).compactMap { $0.text.flatMap { Int($0) } })
      ])
    }
  }

  /// `arrival` {number, date}, `issuer` {name, level, province}: null says that there is no stamp.
  private func addNested(to facts: inout [String: [FactSheet.Fact]]) {
    for (name, keys) in [("arrival", ["number", "date"]), ("issuer", ["name", "level", "province"])] {
      guard let value = values[name] else { continue }
      for key in keys where value.object.isEmpty || value.object[key] != nil {
        facts["\(name).\(key)"] = Self.readings(of: key, in: value.object)
      }
    }
  }

  private func addHeadings(to facts: inout [String: [FactSheet.Fact]]) {
    guard let headings = values["headings"] else { return }
    facts["headings"] = headings.list.flatMap(Self.headings)
    guard !incompleteFields().contains("headings") else { return }
    let outline = OutlineFacts(truth: headings.list)
    facts["outline"] = outline.parts
    facts["outline.items"] = outline.items
  }

  private static func headings(_ value: Value) -> [FactSheet.Fact] {
    let object = value.object
    let below = (object["children"]?.list ?? []).flatMap(headings)
    guard let label = object["label"]?.text, label != "-", label != "+" else { return below }
    let titles = readings(of: "title", in: object).first?.accepted ?? [""]
    let isOptional = object["kind"]?.text == "item" || object["kind"]?.text == "annex"
    let heading = FactSheet.Fact(
      titles.map { FactSheet.heading(label: label, title: $0) }, isOptional: isOptional)
    return [heading] + below
  }

  private func addReferences(to facts: inout [String: [FactSheet.Fact]]) {
    if let references = values["references"] {
      facts["references"] = references.list.compactMap { $0.object["number"]?.text.map { .init([$0]) } }
      facts["references.date"] = references.list.compactMap { value in
        guard let number = value.object["number"]?.text, let date = value.object["date"]?.text else {
          return nil
        }
        return .init(["\(number) \(date)"])
      }
    }
    addReferenceDetails(to: &facts)
    if let dates = values["dates"] {
      facts["dates"] = FactSheet.distinct(dates.list.compactMap(Self.date))
    }
    if let deadlines = values["deadlines"] {
      facts["deadlines"] = FactSheet.distinct(
        deadlines.list.map { .init(DeadlineText.readings($0)) }.filter { !$0.accepted.isEmpty })
    }
  }

  /// Only where the truth says how often each act is cited are kinds, bases and laws without a number complete.
  private func addReferenceDetails(to facts: inout [String: [FactSheet.Fact]]) {
    let references = (values["references"]?.list ?? []).map(\.object)
    guard references.contains(where: { $0["mentions"] != nil }) else { return }
    let numbered = references.compactMap { reference in
      reference["number"]?.text.map { (number: $0, reference: reference) }
    }
    facts["references.kind"] = numbered.compactMap { number, reference in
      reference["type"]?.text.map { .init(["\(number) \($0)"]) }
    }
    facts["references.basis"] = numbered.filter { $0.reference["role"]?.text == "basis" }.map {
      .init([$0.number])
    }
    facts["references.mentions"] = numbered.flatMap { number, reference in
      Array(
        repeating: FactSheet.Fact([number]), count: reference["mentions"]?.text.flatMap { Int($0) } ?? 1)
    }
    facts["references.laws"] = references.filter { $0["number"]?.text == nil }.compactMap {
      $0["title"]?.text.map { .init([$0]) }
    }
  }

  private static func date(_ value: Value) -> FactSheet.Fact? {
    let object = value.object
    let days = choices(of: "iso", in: object).map(interval)
    let roles = choices(of: "role", in: object).map(role)
    guard !days.isEmpty else { return nil }
    return .init(
      days.flatMap { day in roles.map { "\(day) \($0)" } },
      isOptional: object["_optional"]?.isTrue ?? false)
  }

  /// `2026-Q3` is written as its months.
  static func interval(_ iso: String) -> String {
    let parts = iso.components(separatedBy: "-Q")
    guard parts.count == 2, let quarter = Int(parts[1]) else { return iso }
    let months = [quarter * 3 - 2, quarter * 3].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(parts[0])-\(months[0])/\(parts[0])-\(months[1])"
  }

  /// Truth files tell events from other mentions, records do not.
  private static func role(_ name: String) -> String { name == "event" ? "mention" : name }

  private func addDuties(to facts: inout [String: [FactSheet.Fact]]) {
    if let dates = values["dates"], values["tasks"] != nil {
      let terms = dates.list.filter { $0.object["term"] != nil }
      facts["terms"] = FactSheet.distinct(terms.map { .init(DeadlineText.readings($0)) })
    }
    if let tasks = values["tasks"] { facts["tasks"] = tasks.list.map(TaskFacts.fact) }
    guard let duties = values["responsible_parties"] else { return }
    facts["responsible_parties"] = duties.list.compactMap { value in
      let parties = Self.readings(of: "party", in: value.object).first?.accepted ?? []
      let roles = Self.readings(of: "role", in: value.object).first?.accepted ?? []
      guard !parties.isEmpty, !roles.isEmpty else { return nil }
      return .init(
        parties.flatMap { party in roles.map { "\(party) | \($0)" } },
        isOptional: value.object["_optional"]?.isTrue ?? false)
    }
  }

  /// The value of `key` and of `key_accept`, as texts.
  static func choices(of key: String, in object: [String: Value]) -> [String] {
    ([object[key]].compactMap { $0 } + (object["\(key)_accept"]?.list ?? [])).compactMap(\.text)
  }

  /// The value of `key` with those of `key_accept`; empty if it is null.
  private static func readings(of key: String, in object: [String: Value]) -> [FactSheet.Fact] {
    guard let first = object[key]?.text, !first.isEmpty else { return [] }
    return [.init([first] + (object["\(key)_accept"]?.list ?? []).compactMap(\.text))]
  }

  private static func text(of value: Value) -> String? { value.text ?? value.object["text"]?.text }
}

extension String {
  /// Lower-case, without marks.
  var folded: String { Comparison.markBlind.normalise(self).lowercased() }
}
