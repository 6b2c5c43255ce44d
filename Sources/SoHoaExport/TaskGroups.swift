import SoHoaModel

/// A task with all who have a part in it: rows of one number.
struct TaskGroup: Sendable {
  let rows: [Responsibility]

  /// Who leads; where nobody is said to, the role that is named first.
  var mainRole: Responsibility.Role { rows.contains { $0.role == .lead } ? .lead : rows[0].role }
  var deadline: Field<DateValue>? { rows.lazy.compactMap(\.deadline).first }
  var money: Field<Money>? { rows.lazy.compactMap(\.money).first }

  /// Rows of one number together, in their order.
  static func groups(_ rows: [Responsibility]) -> [TaskGroup] {
    var groups: [[Responsibility]] = []
    for row in rows {
      if let last = groups.last?.first, last.task == row.task {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups.map(TaskGroup.init)
  }
}
