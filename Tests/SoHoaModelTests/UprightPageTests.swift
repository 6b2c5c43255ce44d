import SoHoaModel
import Testing

@Suite struct UprightPageTests {
  private func page(rotation: Int) -> Page {
    let box = BoundingBox(left: 10, top: 20, right: 40, bottom: 30)
    let word = Word(
      id: ID(page: 1, index: 1), box: box, observed: Reading(text: "Số", confidence: 1, stage: "test"))
    let line = Line(id: ID(page: 1, index: 1), box: box, words: [word])
    return Page(
      number: 1, origin: .recognised, width: 100, height: 200, rotation: rotation,
      blocks: [Block(id: ID(page: 1, index: 1), box: box, lines: [line])])
  }

  @Test(
    "turns boxes with the page",
    arguments: [
      (0, BoundingBox(left: 10, top: 20, right: 40, bottom: 30), 100),
      (90, BoundingBox(left: 170, top: 10, right: 180, bottom: 40), 200),
      (180, BoundingBox(left: 60, top: 170, right: 90, bottom: 180), 100),
      (270, BoundingBox(left: 20, top: 60, right: 30, bottom: 90), 200),
    ])
  func turns(rotation: Int, box: BoundingBox, width: Int) {
    let upright = page(rotation: rotation).upright
    #expect(upright.words.first?.box == box)
    #expect(upright.lines.first?.box == box)
    #expect(upright.width == width)
    #expect(upright.words.map(\.id) == page(rotation: rotation).words.map(\.id))
  }

  @Test(
    "the way there and back leaves a box as it was, however the page lay",
    arguments: [0, 90, 180, 270], [-5.0, -0.7, 0, 2.0])
  func comesBack(rotation: Int, skew: Double) {
    let transform = PageTransform(width: 1654, height: 2339, rotation: rotation, skew: skew)
    let box = BoundingBox(left: 700, top: 900, right: 1000, bottom: 930)
    let back = transform.upright(transform.original(box))
    #expect(abs(back.left - box.left) <= 2 && abs(back.right - box.right) <= 2)
    #expect(abs(back.height - box.height) <= 2)
  }
}
