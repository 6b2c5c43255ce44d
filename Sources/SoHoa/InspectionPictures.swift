import Foundation
import SoHoaImaging
import SoHoaModel

extension PageInspection {
  /// The page as acquired, as prepared, and with what was found drawn over it.
  public func pictures() -> [Picture] {
    let drawn = [
      ("regions", overlay { drawRegions(on: &$0) }), ("cells", overlay { drawCells(on: &$0) }),
      ("marks", overlay { drawMarks(on: &$0) }), ("blocks", overlay { drawBlocks(on: &$0) }),
      ("words", overlay { drawWords(on: &$0) }),
    ]
    let plain = [("acquired", acquired.png()), ("prepared", prepared?.picture.png())]
    return (plain + layers() + drawn).compactMap { name, png in
      png.map { Picture(name: name, png: $0) }
    }
  }

  /// The inks apart, where the page has colours.
  private func layers() -> [(String, Data?)] {
    prepared == nil ? [] : InkLayers.pictures(of: acquired).map { ("layer-\($0.name)", $0.picture.png()) }
  }

  /// Upright where the page was prepared; else as it came.
  private var ground: Raster { prepared?.picture ?? acquired }

  /// From the page's pixels to the ground's.
  private func placed(_ box: BoundingBox) -> BoundingBox {
    if let prepared { return prepared.transform.upright(box) }
    guard page.width > 0 else { return box }
    let scale = Double(acquired.width) / Double(page.width)
    return BoundingBox(
      left: Int(Double(box.left) * scale), top: Int(Double(box.top) * scale),
      right: Int(Double(box.right) * scale), bottom: Int(Double(box.bottom) * scale))
  }

  private func overlay(_ draw: (inout Canvas) -> Bool) -> Data? {
    guard var canvas = Canvas(ground) else { return nil }
    return draw(&canvas) ? canvas.png() : nil
  }

  /// Parts that were read one after the other, numbered in that order.
  private func drawRegions(on canvas: inout Canvas) -> Bool {
    let regions = prepared?.regions.map(\.box) ?? []
    for (index, region) in regions.enumerated() {
      let colour = Canvas.Colour.palette(index)
      canvas.fill(region, in: colour, strength: 0.15)
      canvas.draw(region, in: colour)
      canvas.label("\(index + 1)", at: region, in: colour, points: 20)
    }
    return !regions.isEmpty
  }

  /// Cells of tables with their row and column, from 1.
  private func drawCells(on canvas: inout Canvas) -> Bool {
    let cells = page.blocks.compactMap(\.table).flatMap(\.cells)
    for cell in cells {
      guard let box = cell.box.map(placed) else { continue }
      let colour = Canvas.Colour.palette(cell.row + cell.column)
      canvas.fill(box, in: colour, strength: 0.15)
      canvas.draw(box, in: colour, width: 2)
      canvas.label("\(cell.row + 1):\(cell.column + 1)", at: box, in: colour)
    }
    return !cells.isEmpty
  }

  /// Seals, stamps, signatures, handwriting.
  private func drawMarks(on canvas: inout Canvas) -> Bool {
    for mark in page.marks {
      guard let box = mark.box.map(placed) else { continue }
      let colour = Canvas.Colour.of(mark.colour)
      canvas.draw(box, in: colour)
      canvas.label(Self.label(mark), at: box, in: colour)
    }
    return !page.marks.isEmpty
  }

  /// What it is, and of handwriting in a blank what was read: `number: 316 97, 376 2`.
  private static func label(_ mark: PageMark) -> String {
    guard let hand = mark.hand else { return "\(mark.kind.rawValue) \(perCent(mark.confidence))" }
    let choices = hand.choices.prefix(2).map { "\($0.text) \(perCent($0.probability))" }
    return "\(hand.slot.rawValue): "
      + (choices.isEmpty ? hand.form.rawValue : choices.joined(separator: ", "))
  }

  private static func perCent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private func drawBlocks(on canvas: inout Canvas) -> Bool {
    for (index, block) in page.blocks.enumerated() {
      let colour = Canvas.Colour.palette(index)
      for line in block.lines.compactMap(\.box) { canvas.draw(placed(line), in: colour, width: 1) }
      guard let box = block.box.map(placed) else { continue }
      canvas.draw(box, in: colour)
      canvas.label("\(index + 1)", at: box, in: colour, points: 20)
    }
    return !page.blocks.isEmpty
  }

  /// From green (sure) to red; doubtful ones with their confidence in per cent.
  private func drawWords(on canvas: inout Canvas) -> Bool {
    for word in page.words {
      guard let box = word.box.map(placed) else { continue }
      let colour = Canvas.Colour.of(confidence: word.confidence)
      canvas.fill(box, in: colour, strength: 0.2)
      canvas.draw(box, in: colour, width: 1)
      if word.confidence < Self.sure {
        canvas.label("\(Int((word.confidence * 100).rounded()))", at: box, in: colour)
      }
    }
    return !page.words.isEmpty
  }

  /// Words below this are labelled.
  private static let sure = 0.8
}

extension Canvas.Colour {
  fileprivate static func palette(_ index: Int) -> Self {
    let colours: [(UInt8, UInt8, UInt8)] = [
      (0, 90, 200), (200, 40, 40), (0, 130, 60), (160, 60, 190), (200, 110, 0), (0, 140, 150),
    ]
    let (red, green, blue) = colours[index % colours.count]
    return Self(red: red, green: green, blue: blue)
  }

  fileprivate static func of(_ ink: PageMark.Colour) -> Self {
    switch ink {
    case .red: Self(red: 210, green: 0, blue: 0)
    case .blue: Self(red: 0, green: 60, blue: 210)
    case .black: Self(red: 90, green: 90, blue: 90)
    }
  }

  fileprivate static func of(confidence: Double) -> Self {
    switch confidence {
    case 0.9...: Self(red: 0, green: 140, blue: 40)
    case 0.8..<0.9: Self(red: 130, green: 160, blue: 0)
    case 0.5..<0.8: Self(red: 230, green: 130, blue: 0)
    default: Self(red: 220, green: 0, blue: 0)
    }
  }
}
