import SoHoaModel
import SoHoaStructure
import TestPages
import Testing

@testable import SoHoaExtraction

/// What is read of a hand becomes a value only where it is sure; else it is proposed.
@Suite struct HandFieldTests {
  private let reading = try! RecordReading()

  private typealias Hand = (slot: HandReading.Slot, choices: [(String, Double)])

  /// A plan whose engine read these lines, with handwriting in the blanks named.
  private func read(
    number: String, date: String, _ hands: [Hand], context: DocumentContext = DocumentContext(),
    body: String = "Sở Nội vụ chăm sóc vườn hoa."
  ) -> Extraction {
    var page = scannedPage(
      """
      UBND TỈNH HOA GIANG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      SỞ NỘI VỤ                Độc lập - Tự do - Hạnh phúc
      \(number)           \(date)

      KẾ HOẠCH
      Chăm sóc vườn hoa của tỉnh

      \(body)
      """)
    let words = page.words
    for (slot, choices) in hands {
      let key = ["number": "Số:", "day": "ngày", "month": "tháng"][slot.rawValue]!
      guard let label = words.first(where: { $0.text == key })?.box else { continue }
      let box = BoundingBox(
        left: label.right + 4, top: label.top, right: label.right + 40, bottom: label.bottom)
      page.marks.append(
        PageMark(
          id: ID(page: 1, index: page.marks.count + 1), kind: .handwriting, colour: .blue, box: box,
          confidence: 0.9,
          hand: HandReading(
            slot: slot, form: choices.isEmpty ? .illegible : .digits,
            choices: choices.map { .init(text: $0.0, probability: $0.1) })))
    }
    return reading.read([page], context: context)
  }

  @Test func sureDigitsAreTheValue() throws {
    let hands: [Hand] = [(.number, [("316", 0.99)]), (.day, [("09", 0.985), ("08", 0.01)])]
    let extraction = read(
      number: "Số:    /KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025", hands)
    let number = try #require(extraction.record.number)
    #expect(number.value?.full == "316/KH-SNV" && number.rule == "number/hand")
    #expect(extraction.record.issueDate?.value?.edtf == "2025-10-09")
    #expect(extraction.record.issueDate?.rule == "issue-date/hand")
    #expect(!extraction.findings.contains { $0.code.hasPrefix("number.") || $0.code.hasPrefix("date.") })
  }

  @Test func doubtfulDigitsAreProposed() throws {
    let hands: [Hand] = [
      (.number, [("316", 0.7), ("376", 0.2)]), (.day, [("09", 0.6), ("39", 0.3), ("04", 0.1)]),
    ]
    let extraction = read(
      number: "Số:    /KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025", hands)
    let number = try #require(extraction.record.number)
    #expect(number.value?.number == nil && number.value?.symbol == "KH-SNV" && number.value?.full == nil)
    #expect(number.alternatives.prefix(2).map(\.full) == ["316/KH-SNV", "376/KH-SNV"])
    let date = try #require(extraction.record.issueDate)
    #expect(date.value == nil && date.alternatives.map(\.edtf) == ["2025-10-09", "2025-10-04"])
    let codes = extraction.findings.map(\.code)
    #expect(codes.contains("number.handwritten") && codes.contains("date.handwritten"))
    #expect(!codes.contains("number.blank") && !codes.contains("date.blank"))
    #expect(extraction.findings.first { $0.code == "number.handwritten" }?.box != nil)
  }

  @Test("a scribble, digits struck out, a letter behind digits: no value")
  func illegible() throws {
    for choices in [[], [("12?", 0.999)]] as [[(String, Double)]] {
      let extraction = read(
        number: "Số:    /KH-SNV", date: "Hoa Giang, ngày 05 tháng 10 năm 2025", [(.number, choices)])
      #expect(extraction.record.number?.value?.number == nil)
      #expect(extraction.findings.contains { $0.code == "number.handwritten" })
      #expect(extraction.record.issueDate?.value?.edtf == "2025-10-05")
    }
  }

  @Test("print and hand that say two things are not decided between")
  func contradiction() throws {
    let extraction = read(
      number: "Số: 816 /KH-SNV", date: "Hoa Giang, ngày 05 tháng 10 năm 2025", [(.number, [("316", 0.99)])])
    // The words lie under the hand: the engine's digits are no print.
    #expect(extraction.record.number?.value?.number != "816")
  }

  @Test("a day that the calendar has not is no value, however sure")
  func impossible() throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng 11 năm 2025", [(.day, [("31", 0.999)])])
    #expect(extraction.record.issueDate?.value == nil)
    #expect(extraction.findings.contains { $0.code == "date.impossible" })
  }

  @Test(
    "a file's name that says the same takes doubt away, one that does not changes nothing",
    arguments: [
      ("316-SNV.pdf", 0.7, "316"), ("CV_0316_signed.pdf", 0.7, "316"), ("316.pdf", 0.45, nil),
      ("376-SNV.pdf", 0.7, nil), ("scan 3-16.pdf", 0.7, nil), ("20250316.pdf", 0.7, nil), ("x.pdf", 0.7, nil),
      ("316-SNV.pdf", 0.55, nil),
    ] as [(String, Double, String?)])
  func fileName(_ name: String, _ own: Double, _ number: String?) throws {
    let hands: [Hand] = [(.number, [("316", own), ("376", 0.2)])]
    let extraction = read(
      number: "Số:    /KH-SNV", date: "Hoa Giang, ngày 05 tháng 10 năm 2025", hands,
      context: DocumentContext(fileName: name))
    let field = try #require(extraction.record.number)
    #expect(field.value?.number == number && field.value?.symbol == "KH-SNV")
    let codes = extraction.findings.map(\.code)
    #expect(codes.contains("number.context") == (number != nil))
    #expect(codes.contains("number.handwritten") == (number == nil))
    #expect(field.alternatives.contains { $0.number == "376" })
  }

  @Test("the annex is a witness too, and its number alone is none")
  func annex() throws {
    let body = """
      Sở Nội vụ chăm sóc vườn hoa.

      PHỤ LỤC
      (Kèm theo Kế hoạch số 316/KH-SNV ngày 05 tháng 10 năm 2025 của Sở Nội vụ)
      """
    for (own, number) in [(0.7, "316"), (0.3, nil)] as [(Double, String?)] {
      let extraction = read(
        number: "Số:    /KH-SNV", date: "Hoa Giang, ngày 05 tháng 10 năm 2025",
        [(.number, [("316", own), ("376", 0.2)])], body: body)
      #expect(extraction.record.number?.value?.number == number)
    }
  }

  @Test(
    "what is issued after the last digital signature was misread",
    arguments: [
      (["2025-10-08T16:00:00+07:00"], false), (["2025-10-09T08:00:00+07:00"], true),
      (["2025-10-07T08:00:00+07:00", "2025-10-10T08:00:00+07:00"], true), (["gestern"], true), ([], true),
    ] as [([String], Bool)])
  func signatures(_ times: [String], _ isValue: Bool) throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025", [(.day, [("09", 0.99)])],
      context: DocumentContext(signatures: times))
    let field = try #require(extraction.record.issueDate)
    #expect((field.value?.edtf == "2025-10-09") == isValue)
    #expect(isValue || field.alternatives.first?.edtf == "2025-10-09")
    #expect(extraction.findings.contains { $0.code == "date.afterSignature" } != isValue)
  }

  @Test func aPrintedDateAfterTheSignatureIsTold() {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày 09 tháng 10 năm 2025", [],
      context: DocumentContext(signatures: ["2025-10-08T16:00:00+07:00"]))
    #expect(extraction.record.issueDate?.value?.edtf == "2025-10-09")
    #expect(extraction.findings.contains { $0.code == "date.afterSignature" })
  }
}
