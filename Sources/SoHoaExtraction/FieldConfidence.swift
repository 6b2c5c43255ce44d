import SoHoaDictionaries
import SoHoaModel

/// What the raw score of a value is worth, rule by rule: how often values with that score were right in documents
/// whose truth is known (`sohoa confidence fields`, dictionaries/field_confidence.tsv).
public struct FieldConfidence: Sendable {
  /// No value claims more unless its rule has proved itself: above this nobody looks.
  static let unproven = 0.9
  /// Where a rule has proved itself: so many of its values are right at least.
  static let proof = 0.995
  /// Of the lower bound: one step in ten is better proved than it is.
  private static let normalQuantile = 1.28

  private let scales: [String: RisingShares]

  init(_ steps: [String: [RisingShares.Step]]) {
    scales = steps.mapValues { RisingShares($0, share: Self.lowerBound) }
  }

  /// - Throws: `DictionaryError` if the table is missing or malformed.
  public init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    let name = "field_confidence.tsv"
    var steps: [String: [RisingShares.Step]] = [:]
    for (index, row) in try dictionaries.table(name).records.enumerated() {
      guard let rule = row["rule"], let from = row["from"].flatMap(Double.init),
        let count = row["values"].flatMap(Int.init), let right = row["right"].flatMap(Int.init)
      else {
        throw .malformed(
          path: dictionaries.file(name).path, line: index + 2,
          reason: "rule, from, values, right: a name and three numbers")
      }
      steps[rule, default: []].append(.init(from: from, count: count, right: right))
    }
    self.init(steps)
  }

  /// - Parameter raw: the rule's certainty times how sure the words are, 0...1.
  /// - Returns: how likely the value is right, never more than the score; at most 0.9 where that is not proved to be
  ///   nearly always.
  func probability(_ raw: Double, rule: String) -> Double {
    guard let share = scales[rule]?.share(at: raw) else { return min(raw, Self.unproven) }
    return min(raw, share >= Self.proof ? share : min(share, Self.unproven))
  }

  /// The lower end of Wilson's interval: a few values prove little.
  private static func lowerBound(_ step: RisingShares.Step) -> Double {
    guard step.count > 0 else { return 0 }
    let count = Double(step.count)
    let share = Double(step.right) / count
    let square = normalQuantile * normalQuantile
    let spread = normalQuantile * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    return (share + square / (2 * count) - spread) / (1 + square / count)
  }
}

extension FieldConfidence {
  /// The record with probabilities in the place of raw scores. Of null values the score stays.
  func weighed(_ raw: Record) -> Record {
    var record = raw
    weighHeader(&record)
    weighClosing(&record)
    for index in record.references.indices { weigh(&record.references[index].mentions) }
    for index in record.dates.indices { record.dates[index].date = weighed(record.dates[index].date) }
    for index in record.responsibilities.indices { weigh(&record.responsibilities[index]) }
    return record
  }

  private func weighHeader(_ record: inout Record) {
    weigh(&record.family)
    weigh(&record.kind)
    weigh(&record.number)
    weigh(&record.superiorBody)
    weigh(&record.issuingBody)
    weigh(&record.place)
    weigh(&record.issueDate)
    weigh(&record.title)
    weigh(&record.urgency)
    weigh(&record.secrecy)
    weigh(&record.circulation)
    weigh(&record.addressees)
  }

  private func weighClosing(_ record: inout Record) {
    for index in record.recipients.indices {
      record.recipients[index].party = weighed(record.recipients[index].party)
    }
    if let archive = record.archive { record.archive?.text = weighed(archive.text) }
    weigh(&record.drafter)
    for index in record.signers.indices {
      weigh(&record.signers[index].authority)
      weigh(&record.signers[index].position)
      weigh(&record.signers[index].name)
    }
    if record.arrival != nil {
      weigh(&record.arrival!.number)
      weigh(&record.arrival!.date)
      weigh(&record.arrival!.receiver)
    }
  }

  private func weigh(_ duty: inout Responsibility) {
    duty.party = weighed(duty.party)
    weigh(&duty.action)
    weigh(&duty.object)
    weigh(&duty.deadline)
    weigh(&duty.money)
  }

  private func weigh<Value>(_ fields: inout [Field<Value>]) { fields = fields.map(weighed) }

  private func weigh<Value>(_ field: inout Field<Value>?) { field = field.map(weighed) }

  private func weighed<Value>(_ raw: Field<Value>) -> Field<Value> {
    guard raw.value != nil else { return raw }
    var field = raw
    field.confidence = probability(raw.confidence, rule: raw.rule).toThreeDigits
    return field
  }
}
