import Foundation
import SoHoaDictionaries
import SoHoaExport
import SoHoaFiles

/// A register on disk, new or kept by a clerk for years: documents are entered at its end.
public struct Register: Sendable {
  public enum FileKind: String, Sendable {
    case xlsx, csv
  }

  /// What became of entries.
  public struct Report: Hashable, Sendable {
    /// A document that was in the register before.
    public struct Known: Hashable, Sendable {
      public var name: String
      /// Nil where it came twice in one run.
      public var row: Int?
    }

    public var entered = 0
    public var known: [Known] = []
  }

  /// How arrivals without a stamp get their Số đến.
  public enum Numbering: Hashable, Sendable {
    /// The cell stays empty.
    case none
    case from(Int)
    /// After the highest that the register has.
    case onwards
  }

  public let url: URL
  public let form: RegisterForm
  private let tasks: RegisterForm
  private let kind: FileKind
  private let numbering: Numbering
  private let byMonth: Bool

  /// - Parameters:
  ///   - url: a file that may be missing, in a folder that is there.
  ///   - tasks: form of the sheet of tasks.
  ///   - byMonth: whether a new workbook has a sheet a month; one that is there keeps its sheets.
  public init(
    _ url: URL, kind: FileKind, form: RegisterForm, tasks: RegisterForm, numbering: Numbering = .none,
    byMonth: Bool = false
  ) {
    self.url = url.resolvingSymlinksInPath()
    self.kind = kind
    self.form = form
    self.tasks = tasks
    self.numbering = numbering
    self.byMonth = byMonth
  }

  /// Looks whether rows can be added, before work starts.
  public func check() throws(RegisterError) {
    let folder = url.deletingLastPathComponent()
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw .notAccessible(path: url.path, reason: "cannot write in \(folder.path)")
    }
    try checkClosed()
    _ = try open([])
  }

  /// Enters documents, in their order; all of them, or none where it fails.
  ///
  /// - Throws: `RegisterError`, or what `place` throws.
  public func enter(
    _ entries: [RegisterEntry], _ place: Placing = Renaming.place
  ) throws -> Report {
    let lock = try RegisterLock(url)
    defer { _ = lock }
    try checkClosed()
    var book = try open(entries)
    var report = Report()
    let rows = select(entries, book.index, &report).map { RegisterRow($0, form: form) }
    report.entered = rows.count
    guard !rows.isEmpty else { return report }
    try book.append(rows)
    try AtomicFile.write(book.encoded(), to: url, place)
    return report
  }

  // MARK: What is entered

  private func select(
    _ entries: [RegisterEntry], _ index: RegisterIndex, _ report: inout Report
  ) -> [RegisterEntry] {
    var index = index
    var chosen: [RegisterEntry] = []
    var number = firstNumber(index)
    for var entry in entries {
      switch index.match(entry.identity) {
      case .same(let row):
        report.known.append(Report.Known(name: entry.identity.name, row: row > 0 ? row : nil))
        continue
      case .sameNumber(let row):
        entry.cells[.number]?.doubts.append("trùng số, ký hiệu và tác giả với dòng \(row), khác ngày")
      case nil: break
      }
      setNumber(&entry, &number, index.numbers)
      index.add(entry, row: 0)
      chosen.append(entry)
    }
    return chosen
  }

  private func firstNumber(_ index: RegisterIndex) -> Int? {
    switch numbering {
    case .none: nil
    case .from(let number): number
    case .onwards: (index.numbers.max() ?? 0) + 1
    }
  }

  /// Gives the next free number to a document without one of its own.
  private func setNumber(_ entry: inout RegisterEntry, _ number: inout Int?, _ taken: Set<Int>) {
    guard var next = number, entry.cells[.arrivalNumber]?.content ?? .empty == .empty else { return }
    while taken.contains(next) { next += 1 }
    entry.cells[.arrivalNumber] = RegisterCell(.number(next))
    number = next + 1
  }

  // MARK: The file

  private var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

  /// - Parameter entries: by their year the months of a new register are named.
  private func open(_ entries: [RegisterEntry]) throws(RegisterError) -> any RegisterBook {
    guard exists else { return try makeNew(entries) }
    guard FileManager.default.isWritableFile(atPath: url.path) else {
      throw .notAccessible(path: url.path, reason: "read-only")
    }
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw .notAccessible(path: url.path, reason: "cannot be read")
    }
    switch kind {
    case .csv: return try CSVRegister(data, path: url.path, form: form)
    case .xlsx: return try XLSXRegister(data, path: url.path, form: form, tasks: tasks)
    }
  }

  private func makeNew(_ entries: [RegisterEntry]) throws(RegisterError) -> any RegisterBook {
    switch kind {
    case .csv: return CSVRegister(form: form)
    case .xlsx:
      let year = entries.lazy.compactMap { RegisterRow($0, form: form).day?.year }.first
      let today = Calendar(identifier: .gregorian).component(.year, from: Date())
      let sheets = byMonth ? RegisterMonths.names(year ?? today) : [form.sheet]
      let blank = BlankWorkbook(forms: sheets.map { (form, $0) } + [(tasks, tasks.sheet)])
      return try XLSXRegister(blank.data(), path: url.path, form: form, tasks: tasks)
    }
  }

  /// Spreadsheets leave a file beside a workbook that they have open.
  private func checkClosed() throws(RegisterError) {
    let name = url.lastPathComponent
    let locks = ["~$\(name)", "~$\(name.dropFirst(2))", ".~lock.\(name)#"]
    let folder = url.deletingLastPathComponent()
    for lock in locks where FileManager.default.fileExists(atPath: folder.appendingPathComponent(lock).path) {
      throw .openElsewhere(path: url.path, lock: lock)
    }
  }

}

extension RegisterIndex {
  /// An entry of this run, so that the next one like it is known.
  fileprivate mutating func add(_ entry: RegisterEntry, row: Int) {
    var number: Int?
    if case .number(let value) = entry.cells[.arrivalNumber]?.content { number = value }
    add(
      Row(
        row: row, number: entry.identity.number ?? "", author: entry.identity.author ?? "",
        date: entry.identity.date, note: entry.identity.fingerprint, arrivalNumber: number))
  }
}
