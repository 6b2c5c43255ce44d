import SoHoa
import Testing

/// Whole files: what marks say goes to its own place in the record, and nowhere else.
@Suite struct MarkFileTests {
  private func convert(_ name: String) async throws -> (page: Page, record: Record) {
    let file = try await Fixtures.convert("scans/\(name)")
    return (try #require(file.pages.first), try #require(file.documents.first).record)
  }

  @Test(
    "urgency is read from its mark, with its place",
    arguments: [
      ("notice-urgent.slanted.jpg", "HỎA TỐC"), ("invitation.slanted.jpg", "KHẨN"),
      ("telegram.slanted.jpg", "THƯỢNG KHẨN"), ("notice-urgent.fax.png", "HỎA TỐC"),
      ("invitation.clean.png", "KHẨN"),
    ])
  func urgency(_ name: String, _ value: String) async throws {
    let (page, record) = try await convert(name)
    let urgency = try #require(record.urgency)
    let mark = try #require(page.marks.first { $0.kind == .urgencyMark })
    #expect(urgency.value == value && urgency.confidence > 0)
    #expect(urgency.words == mark.words.map(\.id))
    #expect(try #require(urgency.box).intersects(#require(mark.box)))
    #expect(!page.lines.map(\.text).contains { $0.contains(value) })
  }

  @Test(
    "an arrival stamp keeps its number and date to itself",
    arguments: [
      ("dispatch.arrival.pdf", "3471"), ("notice-urgent.scan.webp", "882"), ("decision.over.jpg", "1905"),
    ])
  func arrival(_ name: String, _ number: String) async throws {
    let (page, record) = try await convert(name)
    #expect(page.marks.contains { $0.kind == .arrivalStamp } && record.arrival != nil)
    #expect(record.number?.value?.number != number)
    #expect(record.arrival?.date?.value?.edtf == nil, "written by hand: never a value")
    #expect(!page.words.map(\.text).contains(number))
  }

  @Test(
    "the signer's name is read under the seal",
    arguments: [
      ("decision.over.jpg", "Bạch Đăng Quân"), ("decree.sealed.pdf", "Tăng Thị Diệu Linh"),
      ("dispatch.over.pdf", "Mai Công Chuẩn"), ("notice-urgent.slanted.jpg", "Doãn Thị Kim Cúc"),
      ("plan-hospital.sealed.pdf", "Quách Thị Mỹ Hạnh"), ("telegram.slanted.jpg", "Giáp Duy Thắng"),
    ])
  func signers(_ name: String, _ signer: String) async throws {
    let record = try await convert(name).record
    #expect(record.signers.compactMap { $0.name?.value } == [signer])
  }

  @Test(
    "number and day written by hand are reported, and read right or not at all",
    arguments: [
      ("notice-urgent.slanted.jpg", "318", "2026-10-25"), ("decision.scan.jpg", "2147", "2026-09-21"),
      ("telegram.slanted.jpg", "03", "2026-01-19"),
    ])
  func handwriting(_ name: String, _ number: String, _ date: String) async throws {
    let (page, record) = try await convert(name)
    let hands = page.marks.filter { $0.kind == .handwriting }
    #expect(hands.count >= 2 && hands.contains { $0.hand != nil })
    #expect([nil, number].contains(record.number?.value?.number))
    #expect([nil, date].contains(record.issueDate?.value?.edtf))
  }

  @Test("a banner's date is not the issue date")
  func banner() async throws {
    let (page, record) = try await convert("decree.sealed.pdf")
    #expect(page.marks.contains { $0.kind == .signatureBanner })
    #expect(record.issueDate?.value?.edtf == "2026-06-16")
    #expect(!page.lines.contains { $0.text.contains("+07:00") })
  }
}
