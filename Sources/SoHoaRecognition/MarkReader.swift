import SoHoaModel

/// Reads what stands in the marks of a page, each by itself.
///
/// Kinds are as far as the shape tells; what the words mean is for a later stage.
struct MarkReader {
  let page: PreparedPage

  /// Marks from the top, the words of each numbered among themselves. What there is no time for has none.
  func read(with engine: borrowing EngineReader, until end: ContinuousClock.Instant) -> [PageMark] {
    defer { engine.clear() }
    var marks: [PageMark] = []
    for (index, mark) in page.marks.enumerated() {
      let lines = end > .now ? lines(of: mark, with: engine, until: end) : []
      marks.append(
        PageMark(
          id: ID(page: page.number, index: index + 1), kind: mark.kind, colour: mark.colour, box: mark.box,
          confidence: mark.confidence, lines: lines))
    }
    return marks
  }

  private func lines(
    of mark: CutMark, with engine: borrowing EngineReader, until end: ContinuousClock.Instant
  ) -> [Line] {
    switch mark.reading {
    case .none: return []
    case .picture(let cut):
      engine.show(cut.picture)
      var read = engine.read(mark: cut.region, of: cut.picture, isLine: mark.isLine, until: end)
      if !mark.isLine, !read.hasWords, let band = cut.region.band {
        read = engine.read(mark: band, of: cut.picture, isLine: true, until: end)
      }
      return numbered(read) { onPage(cut.original($0)) }
    case .region(let region):
      engine.show(page.picture)
      let read = engine.read(mark: region, of: page.picture, isLine: mark.isLine, until: end)
      return numbered(read, page.transform.original)
    }
  }

  private func numbered(_ lines: [RecognisedLine], _ place: (BoundingBox) -> BoundingBox) -> [Line] {
    var builder = PageBuilder(page: page.number)
    for line in WordFilter().run(lines) where !line.words.isEmpty {
      builder.addLine(
        words: line.words.map {
          PageBuilder.Piece(
            $0.text, box: place($0.box), confidence: $0.confidence, stage: "recognise/\($0.model)")
        })
    }
    return builder.blocks(stage: "recognise").flatMap(\.lines)
  }

  private func onPage(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: max(0, min(box.left, page.originalWidth - 1)), top: max(0, min(box.top, page.originalHeight - 1)),
      right: max(1, min(box.right, page.originalWidth)), bottom: max(1, min(box.bottom, page.originalHeight)))
  }
}

extension [RecognisedLine] {
  /// Something was read, not only the strokes of a frame spelled out.
  fileprivate var hasWords: Bool {
    flatMap(\.words).contains { $0.confidence >= 0.5 && $0.text.count { $0.isLetter } >= 2 }
  }
}

extension BoundingBox {
  /// Where the words stand in an arrow or a ribbon: the middle of what is wide; nil for other shapes.
  fileprivate var band: BoundingBox? {
    guard width > height * 3 / 2 else { return nil }
    return BoundingBox(
      left: left + width / 8, top: top + height / 4, right: right - width / 8, bottom: bottom - height / 4)
  }
}

extension CutMark {
  fileprivate var kind: PageMark.Kind {
    switch shape {
    case .seal: .seal
    case .signature: .signature
    case .handwriting: .handwriting
    case .frame: .stamp
    case .print: .print
    }
  }
}
