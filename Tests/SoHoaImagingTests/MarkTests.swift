import Foundation
import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct MarkTests {
  private func raster(_ name: String, page: Int = 1) throws -> Raster {
    let acquired = try InputFile(contentsOf: Fixture.scan(name)).page(page)
    guard case .picture(let raster) = acquired.content else {
      throw CocoaError(.fileReadUnknown)
    }
    return raster
  }

  private func marks(_ name: String, page: Int = 1) throws -> [CutMark] {
    try PagePreparer().run(raster(name, page: page), page: page).marks
  }

  @Test(
    "marks are found with their shape and colour",
    arguments: [
      ("decision.scan.jpg", 1, ["blue handwriting", "blue handwriting", "blue signature", "red seal"]),
      ("invitation.clean.png", 1, ["red frame"]),
      (
        "notice-urgent.slanted.jpg", 1,
        ["blue handwriting", "blue handwriting", "blue signature", "red frame", "red seal"]
      ),
      ("decision.over.jpg", 1, ["blue signature", "red frame", "red seal"]),
      ("plan-hospital.sealed.pdf", 2, ["blue signature", "red seal"]),
      ("report-table.sealed.pdf", 2, ["blue signature", "red seal"]),
      ("notice-urgent.fax.png", 1, ["black frame"]), ("telegram.clean.tif", 1, ["black frame"]),
      ("decision.upside-down.jpg", 1, ["black frame"]),
      ("minutes.scan.pdf", 1, ["blue signature", "blue signature"]),
    ])
  func found(_ name: String, _ page: Int, _ expected: [String]) throws {
    let marks = try marks(name, page: page)
    #expect(marks.map { "\($0.colour) \($0.shape)" }.sorted() == expected)
  }

  @Test(
    "a page without marks has none",
    arguments: [
      "decision.clean.png", "minutes.clean.png", "party-resolution.clean.tif", "dispatch-unnumbered.scan.bmp",
      "plan-department.clean.tif",
    ])
  func none(_ name: String) throws { #expect(try marks(name).isEmpty) }

  @Test("a seal is as large as it is, wherever its pieces lie")
  func sealSize() throws {
    let page = try raster("decision.scan.jpg")
    let seal = try #require(try marks("decision.scan.jpg").first { $0.shape == .seal })
    let millimetres = Double(page.dpi) / 25.4
    #expect(abs(Double(seal.box.width) / millimetres - 36) < 2)
    #expect(abs(Double(seal.box.height) / millimetres - 36) < 2)
  }

  @Test("red ink steps back, the black below it stays")
  func separation() {
    let colours: [[UInt8]] = [[250, 250, 250], [204, 30, 38], [30, 20, 24]]
    let bytes = Data((0..<90).flatMap { colours[$0 / 30] })
    let raster = Raster(width: 30, height: 3, channels: .colour, dpi: 300, bytes: bytes)
    var grey = GreyConversion(ink: .luminance).run(raster).bytes
    let paper = InkColour(red: 250, green: 250, blue: 250)
    let whole = BoundingBox(left: 0, top: 0, right: 30, bottom: 3)
    InkSeparation(paper: paper).clear([(whole, .red)], of: raster, in: &grey)
    #expect(grey[0..<30].allSatisfy { $0 > 240 } && grey[30..<60].allSatisfy { $0 > 230 })
    #expect(grey[60..<90].allSatisfy { $0 < 50 })
  }

  @Test("a pen's stroke goes with its edges, black and blue-black print stays")
  func erasure() {
    let colours: [[UInt8]] = [[28, 48, 143], [120, 125, 150], [20, 20, 26], [24, 26, 58]]
    let bytes = Data((0..<48).flatMap { colours[$0 / 12] })
    let raster = Raster(width: 12, height: 4, channels: .colour, dpi: 300, bytes: bytes)
    var grey = GreyConversion(ink: .luminance).run(raster).bytes
    let paper = InkColour(red: 245, green: 245, blue: 245)
    let squares = (0..<3).map { Patch.Point(x: $0, y: 0) }
    InkSeparation(paper: paper).erase(squares, factor: 4, of: raster, in: &grey)
    #expect(grey[0..<24].allSatisfy { $0 > 240 } && grey[24..<48].allSatisfy { $0 < 60 })
  }

  @Test("a page printed in blue keeps its print")
  func bluePrint() throws {
    let black = try raster("decision.clean.png")
    let colours: [[UInt8]] = [[40, 50, 160], [255, 255, 255]]
    let bytes = Data(black.bytes.flatMap { colours[$0 < 128 ? 0 : 1] })
    let blue = Raster(width: black.width, height: black.height, channels: .colour, dpi: 300, bytes: bytes)
    let prepared = PagePreparer().run(blue, page: 1)
    #expect(prepared.marks.isEmpty)
    let plain = PagePreparer(settings: PrepareSettings(findsMarks: false)).run(blue, page: 1)
    #expect(prepared.picture == plain.picture)
  }

  @Test("a stamp's ink alone is cut out, level")
  func cut() throws {
    let mark = try #require(try marks("notice-urgent.slanted.jpg").first { $0.shape == .frame })
    guard case .picture(let cut) = mark.reading else {
      Issue.record("nothing to read")
      return
    }
    #expect(abs(cut.transform.skew - -14) < 2 && mark.isLine)
    let box = cut.original(cut.region)
    #expect(box.intersects(mark.box) && abs(box.midX - mark.box.midX) < 20)
  }

  @Test("a ring is found though a quarter of it is cut off; letters make none")
  func ring() throws {
    let circle = (0..<360).map { angle in
      let radians = Double(angle) * .pi / 180
      let (x, y) = (100 + 50 * cos(radians), 100 + 50 * sin(radians))
      return Patch.Point(x: Int(x.rounded()), y: Int(y.rounded()))
    }
    let cut = Patch(circle.filter { $0.x <= 135 })
    let ring = try #require(Ring.find(in: cut, radii: 15...70))
    #expect(abs(ring.x - 100) < 3 && abs(ring.radius - 50) < 3 && ring.isSeal(large: 35))
    let letters = Patch((0..<400).map { Patch.Point(x: $0 % 40 * 3, y: $0 / 40 * 2) })
    #expect(Ring.find(in: letters, radii: 15...70)?.isSeal(large: 35) != true)
  }
}
