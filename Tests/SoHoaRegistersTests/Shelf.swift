import Foundation
import SoHoaDictionaries
import Testing

@testable import SoHoaRegisters

/// A folder with registers of a test, and entries to put into them.
struct Shelf {
  let folder: URL
  let dictionaries = DictionaryFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("dictionaries"))

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func register(
    _ name: String, _ kind: RegisterForm.Kind = .arrivals, numbering: Register.Numbering = .none,
    byMonth: Bool = false
  ) throws -> Register {
    Register(
      file(name), kind: try #require(Register.FileKind(rawValue: String(name.split(separator: ".").last!))),
      form: try RegisterForm(kind, dictionaries: dictionaries),
      tasks: try RegisterForm(.tasks, dictionaries: dictionaries), numbering: numbering, byMonth: byMonth)
  }

  /// - Parameter number: also makes the fingerprint.
  static func entry(
    _ number: Int, day: RegisterDate = RegisterDate(year: 2026, month: 3, day: 5), doubts: [String] = [],
    title: String? = nil
  ) -> RegisterEntry {
    let code = String(number, radix: 16)
    let fingerprint = "#" + String(repeating: "0", count: 12 - code.count) + code
    let cells: [RegisterValue: RegisterCell] = [
      .author: RegisterCell(.text("Sở Nội vụ tỉnh Bình Lĩnh")),
      .number: RegisterCell(.text("\(number)/KH-SNV"), doubts: doubts), .date: RegisterCell(.date(day)),
      .kindAndTitle: RegisterCell(
        .text(
          title ?? "Kế hoạch Số hóa tài liệu lưu trữ và chuẩn hóa dữ liệu hồ sơ cán bộ, công chức năm 2026")),
      .note: RegisterCell(.text("Tệp: kế hoạch \(number).pdf \(fingerprint)")),
    ]
    return RegisterEntry(
      cells: cells,
      identity: DocumentIdentity(
        number: "\(number)/KH-SNV", author: "Sở Nội vụ tỉnh Bình Lĩnh", date: day, fingerprint: fingerprint,
        name: "kế hoạch \(number).pdf"),
      link: "scans/kế hoạch \(number).pdf")
  }

  static func entries(_ numbers: ClosedRange<Int>) -> [RegisterEntry] { numbers.map { entry($0) } }
}
