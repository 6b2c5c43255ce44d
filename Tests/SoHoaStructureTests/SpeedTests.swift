import TestPages
import Testing

@testable import SoHoaStructure

/// The structure of a long text in time that grows with its length only.
@Suite(.serialized) struct SpeedTests {
  @Test("a page of a long plan costs a few milliseconds, however many there are", .timeLimit(.minutes(1)))
  func perPage() throws {
    let parser = try StructureParser(dictionaries: dictionaries)
    let splitter = try DocumentSplitter(dictionaries: dictionaries)
    let few = Self.milliseconds(parser, splitter, pages: 50)
    let many = Self.milliseconds(parser, splitter, pages: 400)
    print("structure: \(few) ms a page of 50, \(many) ms of 400")
    // Ten times what it takes on a quiet machine.
    #expect(many < 20)
    #expect(many < 4 * few)
  }

  private static func milliseconds(
    _ parser: StructureParser, _ splitter: DocumentSplitter, pages: Int
  ) -> Double {
    let text = (1...pages).map { "\($0 % 40 + 1). Nhiệm vụ \($0)\n" + page }.joined(separator: "\u{c}")
    let read = textPages("KẾ HOẠCH\nThử nghiệm\n\n" + text)
    let time = ContinuousClock().measure { for part in splitter.split(read) { _ = parser.run(part) } }
    return time / .milliseconds(pages)
  }

  private static let page = (1...5).map {
    """
    \($0). Rà soát, thống kê hồ sơ lưu trữ của các phòng chuyên môn thuộc Sở và của các đơn vị
    trực thuộc, lập danh mục tài liệu hết giá trị, báo cáo kết quả về Văn phòng Sở.
    a) Các phòng chuyên môn gửi danh mục trước ngày 15 tháng 6 năm 2026;
    b) Văn phòng Sở tổng hợp, trình Giám đốc Sở phê duyệt theo quy định tại khoản
    2. Điều này áp dụng từ ngày 01 tháng 7 năm 2026.
    - Chi cục Văn thư lưu trữ thẩm định danh mục trong thời hạn 10 ngày làm việc kể từ ngày
    nhận đủ hồ sơ của các phòng.
    + Hồ sơ nhân sự được thẩm định riêng.
    """
  }.joined(separator: "\n")
}
