import SoHoaModel
import TestPages
import Testing

@testable import SoHoaStructure

@Suite struct MarkSorterTests {
  let sorter: MarkSorter

  init() throws { sorter = try MarkSorter(dictionaries: dictionaries) }

  private func mark(
    _ lines: String..., kind: PageMark.Kind = .stamp, colour: PageMark.Colour = .red,
    box: BoundingBox = BoundingBox(left: 100, top: 700, right: 500, bottom: 1000), confidence: Double = 0.95
  ) -> PageMark {
    var builder = PageBuilder(page: 1)
    for (row, line) in lines.enumerated() {
      let top = box.top + 10 + 40 * row
      builder.addLine(
        words: line.split(separator: " ").map {
          let place = BoundingBox(left: box.left + 10, top: top, right: box.right - 10, bottom: top + 30)
          return PageBuilder.Piece(String($0), box: place, confidence: confidence)
        })
    }
    return PageMark(
      id: ID(page: 1, index: 1), kind: kind, colour: colour, box: box, confidence: 0.8,
      lines: builder.blocks(stage: "recognise/vie").flatMap(\.lines))
  }

  private func sorted(_ mark: PageMark, on text: String = "THÔNG BÁO\nNội dung của văn bản") -> Page {
    var page = scannedPage(text)
    page.marks = [mark]
    return sorter.run([page])[0]
  }

  @Test(
    "stamps are told by their words",
    arguments: [
      ("HỎA TỐC", PageMark.Kind.urgencyMark), ("_HOẢ TỐC", .urgencyMark), ("THƯỢNG KHẨN", .urgencyMark),
      ("KHẨN.", .urgencyMark), ("TUYỆT MẬT", .secrecyMark), ("MẬT", .secrecyMark),
      ("LƯU HÀNH NỘI BỘ", .circulationMark), ("ĐẾN Số: 12 Ngày: 3/4/2026", .arrivalStamp),
      ("SAO Y BẢN CHÍNH", .stamp), ("Ký bởi: Ủy ban nhân dân", .signatureBanner),
    ])
  func kinds(_ text: String, _ kind: PageMark.Kind) {
    let page = sorted(mark(text))
    #expect(page.marks.map(\.kind) == [kind])
    #expect(page.marks[0].text == text && page.marks[0].confidence >= 0.5)
  }

  @Test("words of marks are numbered on from those of the text")
  func ids() {
    let page = sorted(mark("HỎA TỐC"))
    let ids = page.words.map(\.id) + page.marks.flatMap(\.words).map(\.id)
    #expect(Set(ids).count == ids.count && page.marks[0].words.map(\.id.index) == [8, 9])
  }

  @Test("print in colour that no stamp says is the document's")
  func colouredText() {
    let page = sorted(mark("GIẤY CHỨNG NHẬN", "của Sở Nội vụ", kind: .print))
    #expect(page.marks.isEmpty)
    #expect(page.lines.map(\.text).contains("GIẤY CHỨNG NHẬN"))
  }

  @Test("a black frame that says nothing of stamps is no mark, and its words stay")
  func blackFrame() {
    let text = "THÔNG BÁO\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n Phòng 12"
    let plain = sorted(mark("Phòng 12", colour: .black), on: text)
    #expect(plain.marks.isEmpty && plain.lines.count == 2)
  }

  @Test("a black frame's words leave the text, lines that cross it stay")
  func blackStamp() {
    let rows = Array(repeating: "", count: 18)
    let crossing = ["  HỎA TỐC", "  dòng này dài ra khỏi khung của dấu"]
    let text = (["THÔNG BÁO"] + rows + crossing).joined(separator: "\n")
    let stamp = mark(
      "HỎA TỐC", colour: .black, box: BoundingBox(left: 100, top: 740, right: 420, bottom: 860))
    let page = sorted(stamp, on: text)
    #expect(page.marks.map(\.kind) == [.urgencyMark])
    #expect(page.lines.map(\.text) == ["THÔNG BÁO", "dòng này dài ra khỏi khung của dấu"])
  }

  @Test("shreds of a signature leave the text, a name stays")
  func shreds() {
    let rows = Array(repeating: "", count: 18)
    let text = (["GIÁM ĐỐC"] + rows + ["  Z À1", "", "  Lê Văn Thử"]).joined(separator: "\n")
    let box = BoundingBox(left: 90, top: 700, right: 600, bottom: 960)
    let pen = mark(kind: .signature, colour: .blue, box: box)
    let page = sorted(pen, on: text)
    #expect(page.lines.map(\.text) == ["GIÁM ĐỐC", "Lê Văn Thử"])
    #expect(page.marks.map(\.kind) == [.signature])
  }

  @Test("a printed banner is a mark; a meeting's times and places are not")
  func banners() {
    let text = "Ký bởi: Sở Thử nghiệm\nEmail: so@example.invalid\nThời gian ký: 01.02.2026 08:00:00 +07:00"
    let banner = sorter.run([scannedPage(text + "\n\nTHÔNG BÁO")])[0]
    #expect(banner.marks.map(\.kind) == [.signatureBanner] && banner.marks[0].lines.count == 3)
    #expect(banner.lines.map(\.text) == ["THÔNG BÁO"])
    let minutes = sorter.run([scannedPage("Thời gian bắt đầu: 14 giờ\nĐịa điểm: Phòng họp số 2")])[0]
    #expect(minutes.marks.isEmpty && minutes.lines.count == 2)
  }

  @Test("what is filled in by hand leaves a finding, and its words")
  func handwriting() {
    let box = BoundingBox(left: 100, top: 0, right: 200, bottom: 30)
    let hand = mark(kind: .handwriting, colour: .blue, box: box)
    let page = sorted(hand)
    #expect(page.findings.map(\.code) == ["mark.handwriting"] && page.words.count == 7)
  }

  @Test("marks are cells of the form, arrival stamps with their own number")
  func cells() throws {
    var page = scannedPage("UBND TỈNH THỬ\nSố: 12/KH-UBND")
    page.marks = [mark("ĐẾN", "Số: 977", "Ngày: 3/4/2026"), mark("HỎA TỐC")]
    let structure = try StructureParser(dictionaries: dictionaries).run(sorter.run([page]))
    #expect(structure.cell(.urgency)?.text == "HỎA TỐC")
    #expect(structure.cell(.arrivalStamp)?.lines.map(\.text) == ["ĐẾN", "Số: 977", "Ngày: 3/4/2026"])
    #expect(structure.cell(.documentNumber)?.text == "Số: 12/KH-UBND")
  }
}
