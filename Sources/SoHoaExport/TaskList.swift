import SoHoaModel

/// The tasks of a file for a clerk to follow up: a row a task, heads in Vietnamese.
package struct TaskList: Sendable {
  package init() {}

  /// Values below this are named as doubtful.
  private static let sure = 0.8

  package static let head = [
    "Tệp", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Vị trí", "Nội dung nhiệm vụ",
    "Chủ trì (thực hiện)", "Phối hợp", "Vai trò khác", "Thời hạn (nguyên văn)", "Thời hạn (ISO 8601)",
    "Định kỳ",
    "Kinh phí", "Trang", "Độ tin cậy", "Cần xem lại",
  ]

  func rows(_ file: ConvertedFile) -> [[String]] {
    [Self.head] + file.documents.flatMap { rows($0.record, file: file.source.name) }
  }

  /// Without the head.
  package func rows(_ record: Record, file: String) -> [[String]] {
    let head = [
      file, record.number?.value?.known ?? "", record.issueDate?.value?.edtf ?? "",
      record.issuingBody?.value ?? "",
    ]
    let doubts = Self.doubts(record)
    return TaskGroup.groups(record.responsibilities).map { task in
      head + cells(task) + [(self.doubts(task) + doubts).joined(separator: "; ")]
    }
  }

  /// Without the doubts.
  private func cells(_ group: TaskGroup) -> [String] {
    let (task, main) = (group.rows, group.mainRole)
    let first = task[0]
    let deadline = group.deadline
    let others = task.filter { $0.role != main && $0.role != .coordinate }
    return [
      first.place.joined(separator: " "), first.action?.text ?? "",
      Self.names(task.filter { $0.role == main }),
      main == .coordinate ? "" : Self.names(task.filter { $0.role == .coordinate }),
      others.map { "\($0.role.vietnamese): \(Self.name($0))" }.joined(separator: "; "), deadline?.text ?? "",
      deadline?.value?.edtf ?? "", deadline?.value?.recurrence?.vietnamese ?? "",
      Self.money(group.money), Self.page(first), Self.confidence(task),
    ]
  }

  private static func names(_ rows: [Responsibility]) -> String { rows.map(name).joined(separator: "; ") }
  private static func name(_ row: Responsibility) -> String { row.party.value ?? row.party.text }

  private static func money(_ field: Field<Money>?) -> String {
    guard let field else { return "" }
    guard let value = field.value else { return field.text }
    return value.currency == "VND" ? "\(value.amount)" : "\(value.amount) \(value.currency)"
  }

  private static func page(_ row: Responsibility) -> String {
    (row.action?.page ?? row.party.page).map(String.init) ?? ""
  }

  private static func confidences(_ row: Responsibility) -> [Double] {
    [row.party.confidence, row.action?.confidence, row.deadline?.confidence].compactMap { $0 }
  }

  private static func confidence(_ task: [Responsibility]) -> String {
    let least = Int(((task.flatMap(confidences).min() ?? 0) * 100).rounded())
    return least == 100 ? "1.00" : "0." + (least < 10 ? "0\(least)" : "\(least)")
  }

  // MARK: Doubts

  /// Of what all rows of a document share; the record says what was read.
  private static func doubts(_ record: Record) -> [String] {
    [
      record.number.flatMap { $0.value?.full == nil ? "số, ký hiệu chưa chắc" : nil },
      record.issueDate.flatMap { $0.value == nil ? "ngày ban hành chưa chắc" : nil },
      record.issuingBody.flatMap { $0.value == nil ? "cơ quan chưa chắc" : nil },
    ].compactMap { $0 }
  }

  private func doubts(_ task: TaskGroup) -> [String] {
    var doubts: [String] = []
    let parties = task.rows.filter { $0.party.value == nil || $0.party.confidence < Self.sure }
    if !parties.isEmpty { doubts.append("đơn vị chưa chắc: \(Self.names(parties))") }
    if let deadline = task.deadline { doubts += doubt(deadline) }
    guard let action = task.rows[0].action else { return doubts + ["chưa rõ nội dung"] }
    if action.confidence < Self.sure * 0.85 { doubts.append("nội dung đọc chưa chắc") }
    if let money = task.money, money.value == nil {
      doubts.append("kinh phí đọc chưa chắc")
    }
    return doubts
  }

  private func doubt(_ deadline: Field<DateValue>) -> [String] {
    guard let value = deadline.value else {
      let others = deadline.alternatives.compactMap(\.edtf).joined(separator: ", ")
      return [others.isEmpty ? "thời hạn không có ngày cụ thể" : "thời hạn chưa chắc, có thể là \(others)"]
    }
    if let term = value.term, value.edtf == nil {
      return ["thời hạn tính từ \(term.anchor ?? "mốc chưa nêu")"]
    }
    return deadline.confidence < Self.sure ? ["thời hạn đọc chưa chắc"] : []
  }
}

extension Responsibility.Role {
  /// As a clerk calls it.
  var vietnamese: String {
    switch self {
    case .lead: "chủ trì"
    case .coordinate: "phối hợp"
    case .implement: "thực hiện"
    case .advise: "tham mưu"
    case .monitor: "theo dõi"
    case .reportTo: "nhận báo cáo"
    case .approve: "phê duyệt"
    case .request: "đề nghị"
    }
  }
}

extension DateValue.Recurrence {
  /// As a clerk calls it.
  var vietnamese: String {
    switch self {
    case .yearly: "hằng năm"
    case .halfYearly: "6 tháng"
    case .quarterly: "hằng quý"
    case .monthly: "hằng tháng"
    case .weekly: "hằng tuần"
    case .daily: "hằng ngày"
    }
  }
}
