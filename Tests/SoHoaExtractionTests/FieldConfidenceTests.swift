import Foundation
import SoHoaDictionaries
import SoHoaModel
import Testing

@testable import SoHoaExtraction

/// What the score of a rule is worth.
@Suite struct FieldConfidenceTests {
  private let learned = FieldConfidence([
    "proven/rule": [.init(from: 0.9, count: 50, right: 45), .init(from: 0.95, count: 2000, right: 2000)],
    "falling/rule": [.init(from: 0.5, count: 900, right: 800), .init(from: 0.9, count: 100, right: 60)],
    "rare/rule": [.init(from: 0.95, count: 12, right: 12)],
    "good/rule": [.init(from: 0.95, count: 1000, right: 970)],
  ])

  @Test(
    "a score is worth what was right with it; above 0.9 only where that is proved",
    arguments: [
      ("proven/rule", 0.97, 0.97...0.97), ("proven/rule", 0.92, 0.8...0.9), ("proven/rule", 0.2, 0.2...0.2),
      ("falling/rule", 0.97, 0.84...0.86), ("rare/rule", 0.99, 0.8...0.9), ("good/rule", 0.97, 0.9...0.9),
      ("unknown/rule", 0.97, 0.9...0.9), ("unknown/rule", 0.4, 0.4...0.4),
    ])
  func worth(_ rule: String, _ raw: Double, _ range: ClosedRange<Double>) {
    #expect(range.contains(learned.probability(raw, rule: rule)))
  }

  @Test("a higher score is never worth less")
  func rising() {
    for rule in ["proven/rule", "falling/rule", "rare/rule", "good/rule"] {
      let values = stride(from: 0.0, through: 1, by: 0.01).map { learned.probability($0, rule: rule) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("every value of a record is weighed, raw ones stay")
  func everywhere() throws {
    let text = """
      UBND TỈNH HOA GIANG\nSỞ NỘI VỤ\nSố: 12/KH-SNV\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc\nHoa Giang, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nChăm sóc vườn hoa của tỉnh

      Căn cứ Quyết định số 15/QĐ-UBND ngày 02 tháng 01 năm 2026 của UBND tỉnh;
      1. Giao Phòng Tổ chức chủ trì, phối hợp với Văn phòng trồng hoa trước ngày 20/4/2026.

      Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Thử
      """
    let raw = try RecordReading(isRaw: true).read(text).record
    let none = FieldConfidence(
      Dictionary(uniqueKeysWithValues: try rules(raw).map { ($0, [.init(from: 0, count: 9, right: 0)]) }))
    let pattern = #/"confidence":(?<value>[0-9.]+),.*?"value":(?<read>null|.)/#
    let json = String(decoding: try JSONEncoder.sorted.encode(none.weighed(raw)), as: UTF8.self)
    let read = json.matches(of: pattern).filter { $0.read != "null" }
    #expect(read.count > 12)
    #expect(read.allSatisfy { $0.value == "0" })
  }

  private func rules(_ record: Record) throws -> Set<String> {
    let json = String(decoding: try JSONEncoder.sorted.encode(record), as: UTF8.self)
    return Set(json.matches(of: #/"rule":"([^"]*)"/#).map { String($0.1) })
  }

  @Test("a malformed table is an error that names its line")
  func malformed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "rule\tfrom\tvalues\tright\nkind/title\tmuch\t1\t1\n"
      .write(to: folder.appending(path: "field_confidence.tsv"), atomically: true, encoding: .utf8)
    #expect(throws: DictionaryError.self) { try FieldConfidence(DictionaryFolder(folder)) }
  }
}

extension JSONEncoder {
  fileprivate static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
