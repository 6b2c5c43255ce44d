import SoHoaModel

/// Sorts the pieces of a closing into recipients, authority, name and rubble, one after the other.
struct ClosingSorter {
  let parser: ClosingParser
  private(set) var cells: [(kind: CellKind, segment: Segment)] = []
  private var inRecipients = false
  private var hasAuthority = false
  /// The last line of recipients may go on.
  private var isOpen = false

  init(parser: ClosingParser) { self.parser = parser }

  private var authority: AuthorityLine { AuthorityLine(tables: parser.tables) }

  /// Words that a line of a closing may have; longer ones were never on paper, and hold nothing to sort.
  private static let longest = 300

  mutating func take(_ piece: Segment) {
    guard !piece.words.isEmpty else { return }
    guard piece.words.count <= Self.longest else { return cells.append((.rubble, piece)) }
    if let cut = noiseStart(of: piece) {
      take(piece.slice(0..<cut))
      cells.append((.rubble, piece.slice(cut..<piece.words.count)))
    } else if let cut = signedNote(in: piece) {
      take(piece.slice(0..<cut))
      cells.append((.rubble, piece.slice(cut..<piece.words.count, column: .right)))
    } else if let cut = pairCut(of: piece) {
      file(piece.slice(0..<cut))
      take(piece.slice(cut..<piece.words.count))
    } else if piece.words.count > 2, isDrafter(piece.slice(0..<1)) {
      file(piece.slice(0..<1))
      take(piece.slice(1..<piece.words.count))
    } else {
      sort(piece)
    }
  }

  private mutating func sort(_ piece: Segment) {
    if let match = parser.phrases.match(.recipients, in: piece.folded), !inRecipients {
      takeRecipientsHead(piece, words: headWords(piece, match.words.upperBound))
    } else if authority.content(of: piece) != nil {
      file(piece)
    } else if let start = authority.start(in: piece, from: 1), !isRecipientItem(piece, before: start) {
      take(piece.slice(0..<start, column: .left))
      take(piece.slice(start..<piece.words.count, column: .right))
    } else if let cut = tailStart(of: piece) {
      take(piece.slice(0..<cut, column: .left))
      take(piece.slice(cut..<piece.words.count, column: .right))
    } else {
      file(piece)
    }
  }

  /// Where scraps of a pen or a seal begin behind a line: `Phạm Thị Bích Định ¬ ˆ i`.
  private func noiseStart(of piece: Segment) -> Int? {
    guard piece.words.count > 2 else { return nil }
    let first = (2..<piece.words.count).first { index in
      let rest = piece.words[index...]
      return isNoise(piece.words[index].text) && rest.count <= 4 && !isBracketOpen(piece.words[..<index])
        && rest.allSatisfy { $0.text.count { $0.isLetter || $0.isNumber } <= 2 }
    }
    guard let first, first > 2, isStray(piece.words[first - 1].text) else { return first }
    return first - 1
  }

  /// What follows closes a bracket, however it was read: `(để b/c)`.
  private func isBracketOpen(_ words: ArraySlice<Word>) -> Bool {
    let marks = words.flatMap(\.text)
    return marks.count { $0 == "(" } > marks.count { $0 == ")" }
  }

  /// Marks that no print has, without letters, or with one: `¬`, `Z⁄`.
  private func isNoise(_ text: String) -> Bool {
    let letters = text.count { ($0.isLetter || $0.isNumber) && $0 != "ˆ" }
    if letters == 0 { return text.contains { !"-–—,.;:()/&+".contains($0) } }
    return letters == 1 && text.contains { "ˆ^¬⁄|~`«»\\".contains($0) }
  }

  /// A small letter by itself is no part of a name or a title.
  private func isStray(_ text: String) -> Bool { text.count == 1 && text.first!.isLowercase }

  /// Where `(Đã ký)` begins behind a line.
  private func signedNote(in piece: Segment) -> Int? {
    piece.words.indices.dropFirst().last { index in
      piece.words[index].text.hasPrefix("(")
        && parser.phrases.matches(.signed, piece.slice(index..<piece.words.count).folded) != nil
    }
  }

  /// Two that sign side by side, in text whose columns are one line: `THƯ KÝ CHỦ TỌA`, and their names.
  private func pairCut(of piece: Segment) -> Int? {
    guard piece.box == nil else { return nil }
    if let second = authority.secondPosition(in: piece) ?? authority.secondMark(in: piece) { return second }
    if positionsSideBySide > 1, let second = authority.secondBody(in: piece) { return second }
    let missing = positionsSideBySide - namesOnLine(of: piece)
    return missing > 1 ? parser.secondName(in: piece, of: missing) : nil
  }

  /// So many positions stood on one line.
  private var positionsSideBySide: Int {
    let lines = cells.filter { $0.kind == .authority }.map { [$0.segment.page, $0.segment.row] }
    return Dictionary(grouping: lines) { $0 }.values.map(\.count).max() ?? 0
  }

  private func namesOnLine(of piece: Segment) -> Int {
    cells.count {
      $0.kind == .signerName && $0.segment.row == piece.row && $0.segment.page == piece.page
    }
  }

  private func headWords(_ piece: Segment, _ count: Int) -> Int {
    count < piece.words.count && piece.words[count].text == ":" ? count + 1 : count
  }

  private mutating func takeRecipientsHead(_ piece: Segment, words: Int) {
    inRecipients = true
    isOpen = true
    cells.append((.recipients, piece.slice(0..<words, column: .left)))
    guard words < piece.words.count else { return }
    let rest = piece.slice(words..<piece.words.count)
    if rest.text.hasPrefix("-") || authority.content(of: rest) != nil { return take(rest) }
    if let start = authority.start(in: rest) {
      cells.append((.rubble, rest.slice(0..<start)))
      take(rest.slice(start..<rest.words.count, column: .right))
    } else {
      file(rest)
    }
  }

  /// `- CHỦ TỊCH UBND …;` names a recipient, not a signer.
  private func isRecipientItem(_ piece: Segment, before start: Int) -> Bool {
    let head = piece.slice(0..<start)
    return !head.isEmpty && piece.text.hasSuffix(";") && !head.text.hasSuffix(";")
  }

  /// In text without boxes: where the signature's column goes on behind a line of recipients.
  private func tailStart(of piece: Segment) -> Int? {
    guard inRecipients, piece.box == nil, isBulleted(piece) || isOpen, !piece.text.hasSuffix(";") else {
      return nil
    }
    let ends = piece.words.indices.dropLast().filter { index in
      ";.".contains(piece.words[index].text.last ?? " ") || piece.words[index].text.hasSuffix(";,")
    }
    let tails = ends.map { piece.slice(($0 + 1)..<piece.words.count) }
    let name = tails.firstIndex { parser.isName($0) != nil }
    let capitals = tails.lastIndex {
      $0.isCapitals && !$0.text.hasSuffix(".") && $0.words.count <= 6
    }
    return (name ?? capitals).map { ends[$0] + 1 }
  }

  private func isBulleted(_ piece: Segment) -> Bool {
    piece.text.first.map { "-–—_+•*~ˆ^¬»".contains($0) } ?? false
  }

  private mutating func file(_ piece: Segment) {
    let kind = kind(of: piece)
    if kind == .recipients {
      isOpen = !(piece.text.hasSuffix(";") || piece.text.hasSuffix("."))
    } else if kind == .authority {
      hasAuthority = true
    }
    cells.append((kind, piece))
  }

  private func kind(of piece: Segment) -> CellKind {
    if piece.isEmpty || isScrap(piece) { return .rubble }
    if isDrafter(piece) { return .drafter }
    let isRight = piece.column == .right && !(isBulleted(piece) && beginsLeft(piece))
    if !isRight, isBulleted(piece) || isArchive(piece), inRecipients || piece.text.hasSuffix(";") {
      return .recipients
    }
    if authority.content(of: piece) != nil { return .authority }
    if hasAuthority || isRight || !isOpen, parser.isName(piece) != nil { return .signerName }
    if isRight { return isAuthorityTail(piece) ? .authority : .rubble }
    if inRecipients, isOpen || piece.text.hasSuffix(";") { return .recipients }
    return isAuthorityTail(piece) ? .authority : .rubble
  }

  /// A letter or two beside marks that no print has: `ˆ i`, `Z⁄ C`.
  private func isScrap(_ piece: Segment) -> Bool {
    let text = piece.words.map(\.text).joined()
    return text.count { $0.isLetter || $0.isNumber } <= 2 && text.contains { "ˆ^¬⁄|_~`«»\\".contains($0) }
  }

  private func isDrafter(_ piece: Segment) -> Bool {
    piece.words.count <= 2 && !isBulleted(piece)
      && DrafterMark(piece.words.map(\.observed.text).joined(separator: " ")) != nil
  }

  /// Dirt to the right of a short line makes it look wide.
  private func beginsLeft(_ piece: Segment) -> Bool {
    guard let layout = parser.layouts[piece.page], layout.hasBoxes else { return false }
    return layout.span(piece).lowerBound < layout.left + 0.3 * layout.width
  }

  private func isArchive(_ piece: Segment) -> Bool {
    parser.phrases.match(.archive, in: piece.folded) != nil && piece.text.contains(":")
  }

  /// A second line of an authority: a body's name in capitals right under it.
  private func isAuthorityTail(_ piece: Segment) -> Bool {
    guard let last = cells.last(where: { $0.segment.column != .left || $0.kind != .recipients }),
      last.kind == .authority, piece.isCapitals, piece.words.count >= 2
    else { return false }
    if parser.tables.bodyHead(of: piece.folded) != nil { return true }
    guard let above = last.segment.box, let box = piece.box else { return piece.folded.bytes.count >= 6 }
    let confidence = piece.words.map(\.confidence).reduce(0, +) / Double(piece.words.count)
    return box.top - above.bottom < above.height * 3 / 2 && abs(box.midX - above.midX) < above.height * 5
      && confidence >= 0.5
  }
}
