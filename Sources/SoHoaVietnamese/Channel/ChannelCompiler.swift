/// Turns an estimate about: from "what becomes of a letter" to "what may this have been".
enum ChannelCompiler {
  typealias List = [(observed: UInt64, entry: Channel.Entry)]

  static func tables(_ estimate: ChannelEstimate) -> [SegmentIndex] {
    var lists = [List](repeating: [], count: Channel.Role.allCases.count)
    for lower in Alphabet.shared.scalars.dropFirst() {
      for value in [lower, Case.upper(lower)] {
        for (observed, cost) in estimate.observations(of: value, limit: Channel.costLimit) {
          add(printed: Segment([value]), observed, cost, to: &lists)
        }
      }
    }
    estimate.groupChanges { printed, observed, cost in
      if cost <= Channel.costLimit { add(printed: printed, observed, cost, to: &lists) }
    }
    return lists.map(SegmentIndex.init)
  }

  private static func add(printed: Segment, _ observed: Segment, _ cost: Float, to lists: inout [List]) {
    let scalars = printed.scalars
    guard let letters = codes(scalars) else { return }
    for role in roles(scalars) {
      lists[role.rawValue].append((observed.key, .init(letters: letters, cost: cost)))
    }
  }

  private static func codes(_ scalars: Scalars) -> UInt32? {
    var packed: UInt32 = 0
    for (index, value) in scalars.enumerated() {
      let code = Alphabet.shared.code(Case.lower(value))
      guard code != 0 else { return nil }
      packed |= UInt32(code) << UInt32(8 * index)
    }
    return packed
  }

  private static func roles(_ scalars: Scalars) -> [Channel.Role] {
    switch CasePattern(scalars) {
    case .lower: [.lower]
    case .title: scalars.count == 1 ? [.initial, .upper] : [.initial]
    case .capitals: [.upper]
    case .mixed: []
    }
  }
}
