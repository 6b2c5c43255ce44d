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
    body: String = "Sở Nội vụ chăm sóc vườn hoa.", more: [Page] = [], marks: [PageMark] = [],
    doubting: (text: String, reading: Reading?)? = nil
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
    page.marks += marks
    if let doubting { page.doubt(doubting.text, doubting.reading) }
    return reading.read([page] + more, context: context)
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

  @Test(
    "print that is no sure digits is told beside a hand that is; read alike twice, and signed that day, it is the month",
    arguments: [
      (nil, nil, nil), (0.9, nil, nil), (nil, "2025-12-27", nil), (0.9, "2025-12-27", "2025-12-27"),
    ]
      as [(Double?, String?, String?)])
  func lookAlikes(_ confidence: Double?, _ signed: String?, _ date: String?) {
    let proposal = confidence.map { Reading(text: "12", confidence: $0, stage: "recognise/digits") }
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng l2 năm 2025", [(.day, [("27", 0.95)])],
      context: DocumentContext(signatures: signed.map { ["\($0)T16:00:00+07:00"] } ?? []),
      doubting: ("l2", proposal))
    #expect(extraction.record.issueDate?.value?.edtf == date)
    let codes = extraction.findings.map(\.code)
    #expect(codes.contains("date.unreadable") == (date == nil))
    #expect(codes.contains("date.context") == (date != nil))
    #expect(extraction.record.issueDate?.alternatives.map(\.edtf) == (date == nil ? ["2025-12-27"] : []))
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

  @Test(
    "a day of doubt is borne out by the signature of the same or the next days",
    arguments: [
      (0.9, "2025-10-09", "2025-10-09"), (0.9, "2025-10-12", "2025-10-09"), (0.9, "2025-10-13", nil),
      (0.9, "2025-10-08", nil), (0.6, "2025-10-09", nil), (0.45, "2025-10-09", nil),
    ] as [(Double, String, String?)])
  func signatureBearsOut(_ own: Double, _ signed: String, _ date: String?) throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025", [(.day, [("09", own)])],
      context: DocumentContext(signatures: [signed + "T08:00:00+07:00"]))
    let field = try #require(extraction.record.issueDate)
    #expect(field.value?.edtf == date && field.alternatives.isEmpty == (date != nil))
    let codes = extraction.findings.map(\.code)
    #expect(codes.contains("date.context") == (date != nil))
    #expect(codes.contains("date.handwritten") == (date == nil))
  }

  @Test("evidence never puts another day in the place of the ink's own")
  func inkComesFirst() throws {
    for own in [0.9, 0.99] {
      let hands: [Hand] = [(.day, [("18", 0.99)]), (.month, [("08", own), ("02", 0.01)])]
      let extraction = read(
        number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng    năm 2025", hands,
        context: DocumentContext(signatures: ["2025-02-19T08:00:00+07:00"]))
      let field = try #require(extraction.record.issueDate)
      #expect(field.value == nil && field.alternatives.map(\.edtf) == ["2025-02-18", "2025-08-18"])
    }
  }

  @Test(
    "a date in the file's name is a witness",
    arguments: [
      ("CV 12 ngay 09.10.2025.pdf", true), ("20251009_scan.pdf", true), ("9-10-2025.pdf", true),
      ("10-9-2025.pdf", false), ("20251109.pdf", false), ("12-SNV.pdf", false),
    ])
  func namedDate(_ name: String, _ isValue: Bool) throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025",
      [(.day, [("09", 0.7), ("04", 0.2)])],
      context: DocumentContext(fileName: name))
    let field = try #require(extraction.record.issueDate)
    #expect((field.value?.edtf == "2025-10-09") == isValue && field.alternatives.count == (isValue ? 1 : 2))
  }

  @Test("what an annex repeats by hand is a witness")
  func repeated() throws {
    for (again, isValue) in [("316", true), ("376", false)] {
      var page = scannedPage("(Kèm theo Kế hoạch số    /KH-SNV)", number: 2)
      page.marks = [
        PageMark(
          id: ID(page: 2, index: 1), kind: .handwriting, colour: .blue,
          box: BoundingBox(left: 0, top: 0, right: 9, bottom: 9), confidence: 0.9,
          hand: HandReading(slot: .number, form: .digits, choices: [.init(text: again, probability: 0.8)]))
      ]
      let extraction = read(
        number: "Số:    /KH-SNV", date: "Hoa Giang, ngày 05 tháng 10 năm 2025",
        [(.number, [("316", 0.7), ("376", 0.2)])], more: [page])
      #expect((extraction.record.number?.value?.number == "316") == isValue)
    }
  }

  @Test("dates of the year are weighed with all that the ink left open")
  func dateInk() throws {
    let ink = DateInk(year: 2025, day: [30: 0.5, 1: 0.3], month: [2: 1])
    #expect(ink.first == nil && ink.proposals.map(\.edtf) == ["2025-02-01"])
    let even = DateInk(year: 2025, day: [9: 0.5], month: [10: 1])
    let date = CalendarDate(year: 2025, month: 10, day: 9)
    #expect(abs(even.probability(of: date) { _ in 1 } - 0.5) < 1e-9)
    #expect(even.probability(of: date) { $0 == date ? 1 : 0 } == 1)
    #expect(even.probability(of: date) { _ in 0 } == 0)
  }

  /// The stamp "ĐẾN" with what its clerk wrote.
  private func stamp(_ number: (String, Double), _ date: (String, Double)) -> [PageMark] {
    var builder = PageBuilder(page: 1)
    for (index, text) in ["ĐẾN", "Số:", "Ngày:"].enumerated() {
      let box = BoundingBox(left: 120, top: 900 + 40 * index, right: 180, bottom: 925 + 40 * index)
      builder.addLine(words: [PageBuilder.Piece(text, box: box, confidence: 0.95)])
    }
    let frame = BoundingBox(left: 100, top: 880, right: 480, bottom: 1010)
    let hands = [(HandReading.Slot.arrivalNumber, number), (.arrivalDate, date)].enumerated().map {
      index, hand in
      PageMark(
        id: ID(page: 1, index: 21 + index), kind: .handwriting, colour: .blue,
        box: BoundingBox(left: 200, top: 940 + 40 * index, right: 300, bottom: 965 + 40 * index),
        confidence: 1,
        hand: HandReading(
          slot: hand.0, form: .digits, choices: [.init(text: hand.1.0, probability: hand.1.1)]))
    }
    return hands + [
      PageMark(
        id: ID(page: 1, index: 20), kind: .arrivalStamp, colour: .red, box: frame, confidence: 0.9,
        lines: builder.blocks(stage: "recognise").flatMap(\.lines))
    ]
  }

  @Test("number and date of arrival are those of the stamp, never the document's own")
  func arrival() throws {
    for (text, day) in [("12/10/2025", "2025-10-12"), ("2/11/25", "2025-11-02")] {
      let extraction = read(
        number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày 09 tháng 10 năm 2025", [],
        marks: stamp(("3471", 0.99), (text, 0.99)))
      let arrival = try #require(extraction.record.arrival)
      #expect(arrival.number?.value == "3471" && arrival.date?.value?.edtf == day)
      #expect(arrival.number?.rule == "arrival/number-hand" && arrival.date?.box?.left == 200)
      #expect(extraction.record.number?.value?.number == "12")
      #expect(extraction.record.issueDate?.value?.edtf == "2025-10-09")
    }
  }

  @Test("what is doubtful in the stamp is proposed; a date without a year is none")
  func doubtfulArrival() throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày 09 tháng 10 năm 2025", [],
      marks: stamp(("3471", 0.9), ("12/10", 0.99)))
    let arrival = try #require(extraction.record.arrival)
    #expect(arrival.number?.value == nil && arrival.number?.alternatives == ["3471"])
    #expect(arrival.date?.value == nil && arrival.date?.alternatives.isEmpty == true)
  }

  @Test("print and hand that say two things of a stamp are not decided between")
  func contestedArrival() throws {
    func number(_ hand: String, at left: Int) throws -> Field<String>? {
      let box = BoundingBox(left: 100, top: 100, right: 160, bottom: 130)
      let printed = Field<String>(
        text: "37", observed: "37", value: "37", confidence: 0.9, page: 1, box: box, words: [],
        alternatives: [],
        rule: "arrival/number")
      let mark = PageMark(
        id: ID(page: 1, index: 1), kind: .handwriting, colour: .blue,
        box: BoundingBox(left: left, top: 100, right: left + 90, bottom: 130), confidence: 1,
        hand: HandReading(
          slot: .arrivalNumber, form: .digits, choices: [.init(text: hand, probability: 0.98)]))
      var page = Page(number: 1, origin: .recognised)
      page.marks = [mark]
      return HandArrival(HandValues([page])).number(printed)
    }
    let contested = try #require(try number("3904", at: 100))
    #expect(contested.value == nil && contested.alternatives == ["3904", "37"])
    #expect(try number("37", at: 100)?.value == "37")
    #expect(try number("3904", at: 700)?.value == "37")
  }

  @Test("what came in before it was issued was misread")
  func afterArrival() throws {
    let extraction = read(
      number: "Số: 12/KH-SNV", date: "Hoa Giang, ngày    tháng 10 năm 2025", [(.day, [("29", 0.99)])],
      marks: stamp(("3471", 0.99), ("12/10/2025", 0.99)))
    #expect(extraction.record.issueDate?.value == nil)
    #expect(extraction.findings.contains { $0.code == "date.afterArrival" })
  }
}

extension Page {
  /// - Parameter reading: what else it may say.
  fileprivate mutating func doubt(_ text: String, _ reading: Reading?) {
    for block in blocks.indices {
      for line in blocks[block].lines.indices {
        for index in blocks[block].lines[line].words.indices
        where blocks[block].lines[line].words[index].text == text {
          let word = blocks[block].lines[line].words[index]
          let observed = Reading(text: text, confidence: 0.4, stage: word.observed.stage)
          blocks[block].lines[line].words[index] = Word(
            id: word.id, box: word.box, observed: observed, alternatives: reading.map { [$0] } ?? [])
        }
      }
    }
  }
}
