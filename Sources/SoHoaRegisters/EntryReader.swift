import Foundation
import SoHoaExport
import SoHoaModel

/// Turns records into entries of registers. What is not sure is entered with its reason; what has no value stays empty.
public struct EntryReader: Sendable {
  /// Values below this are named as doubtful.
  private static let sure = 0.8

  public init() {}

  /// One entry a document.
  public func entries(_ file: ConvertedFile) -> [RegisterEntry] {
    file.documents.indices.map { entry(file, $0) }
  }

  private func entry(_ file: ConvertedFile, _ index: Int) -> RegisterEntry {
    let document = file.documents[index]
    let record = document.record
    let note = RegisterNote(file, index)
    let identity = DocumentIdentity(
      number: record.number?.value?.full, author: Self.authorName(record),
      date: RegisterDate(edtf: record.issueDate?.value?.edtf), fingerprint: note.fingerprint,
      name: note.source)
    return RegisterEntry(
      cells: cells(record).merging([.note: note.cell]) { $1 }, identity: identity,
      tasks: TaskList().rows(record, file: file.source.name))
  }

  private func cells(_ record: Record) -> [RegisterValue: RegisterCell] {
    var cells: [RegisterValue: RegisterCell] = [
      .arrivalDate: Self.date(record.arrival?.date), .arrivalNumber: Self.count(record.arrival?.number),
      .author: Self.cell(record.issuingBody) { _ in Self.authorName(record) },
      .number: Self.number(record.number), .date: Self.date(record.issueDate),
      .kindAndTitle: Self.kindAndTitle(record),
      .signer: Self.cell(record.signers.first?.name) { $0 },
      .recipients: Self.list(record.recipients.map(\.party)),
      .archive: RegisterCell(Self.text(record.archive?.codes.joined(separator: ", "))),
      .copies: Self.copies(record.drafter),
    ]
    cells[.description] = Self.description(cells)
    return cells
  }

  // MARK: Fields

  private static func authorName(_ record: Record) -> String? {
    record.issuer?.name ?? record.issuingBody?.value
  }

  /// A number without its symbol, or the other way round, is entered as far as it goes: `/KH-SNV`.
  private static func number(_ field: Field<DocumentNumber>?) -> RegisterCell {
    var cell = cell(field) { $0.known }
    if let value = field?.value, value.full == nil {
      cell.doubts.append(value.number == nil ? "chưa có số hoặc không đọc được số" : "không đọc được ký hiệu")
    }
    return cell
  }

  /// A day is a date; a month or a year is text.
  private static func date(_ field: Field<DateValue>?) -> RegisterCell {
    guard let field else { return RegisterCell() }
    guard let edtf = field.value?.edtf else {
      let others = field.alternatives.compactMap(\.edtf).map { RegisterDate(edtf: $0)?.shown ?? $0 }
      return RegisterCell(.empty, doubts: [unread(field.text, others)])
    }
    guard let date = RegisterDate(edtf: edtf) else {
      let shown = edtf.split(separator: "-").reversed().joined(separator: "/")
      return RegisterCell(.text(shown), doubts: ["thiếu ngày: trên giấy là “\(field.text)”"])
    }
    return RegisterCell(.date(date), doubts: weak(field.confidence, field.text))
  }

  /// A number without letters and needless noughts is a number.
  private static func count(_ field: Field<String>?) -> RegisterCell {
    var cell = cell(field) { $0 }
    if case .text(let text) = cell.content, let number = Int(text), number >= 0,
      RegisterCell(.number(number)).shown == text || "\(number)" == text
    {
      cell.content = .number(number)
    }
    return cell
  }

  private static func kindAndTitle(_ record: Record) -> RegisterCell {
    let kind = record.kind?.value
    let about = kind?.code == "CV" ? "V/v " : ""
    let title = record.title?.value
    let text = [kind?.name, title.map { about + $0 }].compactMap { $0 }.joined(separator: " ")
    let doubts =
      cell(record.kind) { $0.name }.doubts.map { "tên loại: \($0)" }
      + cell(record.title) { $0 }.doubts.map { "trích yếu: \($0)" }
      + (record.title == nil ? ["không thấy trích yếu"] : [])
    return RegisterCell(self.text(text), doubts: doubts)
  }

  /// The number of copies issued, from the drafter's mark: `PL.(300)`.
  private static func copies(_ field: Field<String>?) -> RegisterCell {
    guard let value = field?.value, let match = value.firstMatch(of: /\((\d{1,6})\s*b?\)/),
      let number = Int(match.1)
    else { return RegisterCell() }
    return RegisterCell(.number(number), doubts: weak(field?.confidence ?? 0, value))
  }

  /// Tên loại, số, ký hiệu, ngày, cơ quan ban hành in one cell.
  private static func description(_ cells: [RegisterValue: RegisterCell]) -> RegisterCell {
    let number = cells[.number]?.shown ?? ""
    let date = cells[.date]?.shown ?? ""
    let parts = [
      cells[.kindAndTitle]?.shown ?? "", number.isEmpty ? "" : "số \(number)",
      date.isEmpty ? "" : "ngày \(date)",
      cells[.author]?.shown ?? "",
    ]
    let doubts = [RegisterValue.kindAndTitle, .number, .date, .author].flatMap { cells[$0]?.doubts ?? [] }
    return RegisterCell(text(parts.filter { !$0.isEmpty }.joined(separator: ", ")), doubts: doubts)
  }

  private static func list(_ fields: [Field<String>]) -> RegisterCell {
    let doubtful = fields.filter { $0.value == nil || $0.confidence < sure }.map(\.text)
    return RegisterCell(
      text(fields.compactMap(\.value).joined(separator: "; ")),
      doubts: doubtful.isEmpty ? [] : ["đọc chưa chắc: \(doubtful.joined(separator: "; "))"])
  }

  // MARK: Any field

  private static func cell<Value>(_ field: Field<Value>?, _ show: (Value) -> String?) -> RegisterCell {
    guard let field else { return RegisterCell() }
    guard let value = field.value else {
      return RegisterCell(.empty, doubts: [unread(field.text, field.alternatives.compactMap(show))])
    }
    return RegisterCell(text(show(value)), doubts: weak(field.confidence, field.text))
  }

  private static func text(_ text: String?) -> RegisterCell.Content {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }

  private static func weak(_ confidence: Double, _ text: String) -> [String] {
    let percent = Int((confidence * 100).rounded())
    return confidence < sure ? ["đọc chưa chắc (\(percent)%): trên giấy đọc là “\(text)”"] : []
  }

  private static func unread(_ text: String, _ others: [String]) -> String {
    let guess = others.isEmpty ? "" : "; có thể là \(others.prefix(3).joined(separator: ", "))"
    return "để trống vì đọc chưa chắc: “\(text)”\(guess)"
  }
}
