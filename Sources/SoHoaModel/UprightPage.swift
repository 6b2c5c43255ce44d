extension Page {
  /// The page with all boxes where they stand on the upright, straight page: for looking at its layout.
  ///
  /// Words keep their ids; the page image as it came has no part in it any more.
  public var upright: Page {
    guard rotation != 0 || skew != 0 else { return self }
    let transform = transform
    let isSideways = rotation == 90 || rotation == 270
    let blocks = blocks.map { block in
      var block = block
      block.box = block.box.map(transform.upright)
      block.lines = block.lines.map { $0.placed(by: transform.upright) }
      block.table = block.table?.placed(by: transform.upright)
      return block
    }
    return Page(
      number: number, origin: origin, width: isSideways ? height : width, height: isSideways ? width : height,
      dpi: dpi, blocks: blocks, marks: marks.map { $0.placed(by: transform.upright) }, findings: findings)
  }
}

extension PageMark {
  fileprivate func placed(by move: (BoundingBox) -> BoundingBox) -> PageMark {
    var mark = self
    mark.box = box.map(move)
    mark.lines = lines.map { $0.placed(by: move) }
    return mark
  }
}

extension Line {
  fileprivate func placed(by move: (BoundingBox) -> BoundingBox) -> Line {
    let words = words.map { word in
      Word(
        id: word.id, box: word.box.map(move), observed: word.observed, revisions: word.revisions,
        alternatives: word.alternatives)
    }
    return Line(id: id, box: box.map(move), indent: indent, words: words)
  }
}
