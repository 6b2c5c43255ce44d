import Foundation
import SoHoa
import SoHoaModel
import Testing

@Suite struct BrokenInputTests {
  @Test(
    "says what is wrong, in both languages",
    arguments: [
      ("empty.pdf", ConversionFailure.Kind.badInput, "empty", "rỗng"),
      ("truncated.pdf", .badInput, "damaged", "hỏng"),
      ("truncated.png", .badInput, "damaged", "hỏng"),
      ("truncated.tif", .badInput, "damaged", "hỏng"),
      ("random.bin", .badInput, "not read", "không đọc được"),
      ("no-pages.pdf", .badInput, "page", "trang"),
      ("encrypted.pdf", .encrypted, "password", "mật khẩu"),
      ("huge-dimensions.png", .badInput, "limit", "giới hạn"),
      ("missing.pdf", .noAccess, "no such file", "không có tệp"),
      (".", .badInput, "not a regular file", "không phải tệp"),
    ])
  func refuses(_ name: String, kind: ConversionFailure.Kind, en: String, vi: String) async throws {
    let url = Fixtures.file("broken/\(name)")
    let failure = await #expect(throws: ConversionFailure.self) {
      try await Fixtures.converter().convert(Input(.file(url)))
    }
    #expect(failure?.kind == kind)
    #expect(failure?.message.en.contains(en) == true, "\(failure?.message.en ?? "")")
    #expect(failure?.message.vi.contains(vi) == true, "\(failure?.message.vi ?? "")")
    #expect(failure?.message.en.contains(url.lastPathComponent) == true)
  }

  @Test(
    "reads what is only oddly named or locked against printing",
    arguments: ["jpeg-named.png", "owner-locked.pdf", "not-a-pdf.pdf"])
  func reads(_ name: String) async throws {
    let file = try await Fixtures.convert("broken/\(name)")
    #expect(!file.pages.flatMap(\.words).isEmpty)
  }

  @Test func saysThatAPageIsBlank() async throws {
    let file = try await Fixtures.convert("broken/blank-page.png")
    #expect(file.pages.flatMap(\.words).isEmpty)
    #expect(file.allFindings.contains { $0.code == "page.blank" && $0.page == 1 })
  }

  @Test func saysThatATextIsNotVietnamese() async throws {
    let file = try await Fixtures.convert("broken/english.txt")
    #expect(file.findings.contains { $0.code == "text.notVietnamese" })
    #expect(file.needsReview)
    #expect(file.pages.flatMap(\.words).allSatisfy { $0.text == $0.observed.text })
  }

  @Test("does not call Vietnamese foreign, however ruined", arguments: ["decision.ocr", "dispatch.ocr"])
  func knowsRuinedVietnamese(_ name: String) async throws {
    let file = try await Fixtures.convert("text/\(name).txt")
    #expect(!file.findings.contains { $0.code == "text.notVietnamese" })
  }
}
