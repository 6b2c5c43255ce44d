import SoHoaModel

/// Tasks as rows: all parties with their roles, and the deadline. A row is right if all of it is.
enum TaskFacts {
  /// Rows of the record: entries of one number are one task.
  static func facts(_ duties: [Responsibility]) -> [FactSheet.Fact] {
    var groups: [[Responsibility]] = []
    for duty in duties {
      if groups.last?.last?.task == duty.task {
        groups[groups.count - 1].append(duty)
      } else {
        groups.append([duty])
      }
    }
    return groups.map { group in
      let parties = group.compactMap { duty in duty.party.value.map { named($0, duty.role.truthName) } }
      let due = group.lazy.compactMap { $0.deadline?.value }.compactMap(DeadlineText.text).first
      return .init([row(parties, due ?? "")])
    }
  }

  /// At most 512 readings of a row are kept.
  static func fact(truth value: TruthSheet.Value) -> FactSheet.Fact {
    let object = value.object
    let parties = (object["parties"]?.list ?? []).map { readings($0.object) }
    let dues = DeadlineText.readings(object["deadline"])
    let rows = parties.reduce([[String]]([[]])) { rows, readings in
      Array(rows.flatMap { row in readings.map { row + $0 } }.prefix(512))
    }
    return .init(
      rows.flatMap { row in (dues.isEmpty ? [""] : dues).map { Self.row(row, $0) } },
      isOptional: object["_optional"]?.isTrue ?? false)
  }

  /// A party's readings; one that may be missing has the empty one too.
  private static func readings(_ object: [String: TruthSheet.Value]) -> [[String]] {
    let names = TruthSheet.choices(of: "party", in: object)
    let roles = TruthSheet.choices(of: "role", in: object)
    let all = names.flatMap { name in roles.map { [named(name, $0)] } }
    return object["_optional"]?.isTrue == true ? all + [[]] : all
  }

  private static func named(_ party: String, _ role: String) -> String {
    "\(Comparison.exact.normalise(party).lowercased()): \(role)"
  }

  private static func row(_ parties: [String], _ due: String) -> String {
    parties.sorted().joined(separator: " + ") + " @ " + due
  }
}
