import SoHoaDictionaries
import SoHoaModel

/// Tells the marks of a page apart by what is written in them, and keeps their words and the page's own
/// from standing in each other's place.
///
/// In doubt words are the document's: print in colour that is no known stamp goes back into the text.
public struct MarkSorter: Sendable {
  private let phrases: FormPhrases
  private let captions: MarkPhrases

  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(dictionaries: DictionaryFolder) throws {
    phrases = try FormPhrases(dictionaries)
    captions = try MarkPhrases(dictionaries)
  }

  public func run(_ pages: [Page]) -> [Page] { pages.map(sorted) }

  private func sorted(_ page: Page) -> Page {
    var page = page
    var marks: [PageMark] = []
    var returned: [Line] = []
    for mark in page.marks {
      switch verdict(mark) {
      case .kind(let kind, let confidence): marks.append(mark.named(kind, confidence))
      case .text: returned += mark.lines
      case .nothing: break
      }
    }
    let banners = BannerFinder(captions: captions).banners(page.blocks)
    guard !marks.isEmpty || !returned.isEmpty || !banners.isEmpty else {
      page.marks = []
      return page
    }
    let printed = banners.compactMap { $0.compactMap(\.box).union() }
    marks.removeAll { mark in
      mark.kind == .handwriting && printed.contains { banner in mark.box.map(banner.intersects) ?? false }
    }
    let taken = Set(banners.flatMap { $0.flatMap { $0.words.map(\.id) } })
      .union(MarkedWords(marks).ids(in: page))
    marks += banners.map { PageMark(banner: $0, page: page.number) }
    page.findings += marks.filter { $0.kind == .handwriting }.map { $0.handwritten(on: page.number) }
    return page.with(marks, without: taken, and: returned)
  }

  private enum Verdict {
    case kind(PageMark.Kind, Double)
    /// Words of the document.
    case text
    /// Not a mark at all; its words are in the text already.
    case nothing
  }

  private func verdict(_ mark: PageMark) -> Verdict {
    guard mark.kind == .stamp || mark.kind == .print else { return .kind(mark.kind, mark.confidence) }
    if let kind = kind(mark) { return .kind(kind, max(0.9, mark.confidence)) }
    if mark.colour == .black { return .nothing }
    let isPrint = mark.kind == .print
    if isPrint && isText(mark) { return .text }
    return isPrint && mark.words.isEmpty ? .nothing : .kind(.stamp, isPrint ? 0.3 : 0.5)
  }

  /// What the words say; nil where they say nothing that stamps say.
  private func kind(_ mark: PageMark) -> PageMark.Kind? {
    let text = FoldedText(mark.words)
    let marks: [(FormPhrases.Role, PageMark.Kind)] = [
      (.secrecy, .secrecyMark), (.urgency, .urgencyMark), (.circulation, .circulationMark),
    ]
    for (role, kind) in marks where says(role, text) { return kind }
    if isArrival(mark, text, fields: mark.kind == .stamp && mark.colour != .black && mark.isBlock ? 1 : 2) {
      return .arrivalStamp
    }
    let lines = mark.lines.map { FoldedText($0.words) }
    if lines.contains(where: { captions.begins(.bannerHead, $0) }) { return .signatureBanner }
    return captions.contains(.stamp, text) ? .stamp : nil
  }

  /// The phrase and hardly anything else.
  private func says(_ role: FormPhrases.Role, _ text: FoldedText) -> Bool {
    guard !text.bytes.isEmpty, let match = phrases.find(role, in: text) else { return false }
    return Double(text.bytes(of: match.words).count) >= Self.saidShare * Double(text.bytes.count)
  }

  private static let saidShare = 0.6

  /// `ĐẾN` with a field, or so many fields: `Số:`, `Ngày:`, `Chuyển:`. In a coloured frame that is no line one
  /// is enough: the rest lies under print.
  private func isArrival(_ mark: PageMark, _ text: FoldedText, fields least: Int) -> Bool {
    let words = mark.words.map { FoldedText([$0]) }
    let isHeaded = phrases.find(.arrival, in: text) != nil
    let fields = phrases[.arrivalField].count { field in words.contains { field.matches($0) != nil } }
    return fields >= least || (isHeaded && fields >= 1)
  }

  /// Words of some length, most of which the engine was sure of.
  private func isText(_ mark: PageMark) -> Bool {
    let words = mark.words.filter { $0.text.contains(where: \.isLetter) }
    let confidence = words.map(\.confidence).reduce(0, +) / Double(max(1, words.count))
    return words.count >= 2 && confidence >= Self.leastConfidence
  }

  private static let leastConfidence = 0.6
}

extension PageMark {
  /// More than a line of words in a frame.
  fileprivate var isBlock: Bool { box.map { 3 * $0.height > $0.width } ?? false }

  fileprivate func handwritten(on page: Int) -> Finding {
    let read = hand?.answer.map(\.text)
    return Finding(
      .info, "mark.handwriting",
      Message(
        en: read.map { "filled in by hand and read as “\($0)”" }
          ?? "something is filled in by hand here; type it from the paper",
        vi: read.map { "được điền bằng tay và đọc là “\($0)”" }
          ?? "chỗ này được điền bằng tay; hãy nhập theo bản giấy"), page: page, box: box)
  }

  fileprivate func named(_ kind: Kind, _ confidence: Double) -> PageMark {
    PageMark(id: id, kind: kind, colour: colour, box: box, confidence: confidence, lines: lines, hand: hand)
  }

  fileprivate init(banner lines: [Line], page: Int) {
    self.init(
      id: ID(page: page, index: 1), kind: .signatureBanner, colour: .black,
      box: lines.flatMap(\.words).compactMap(\.box).union(), confidence: 0.9, lines: lines)
  }
}

/// Words of the text that are really ink of a mark.
private struct MarkedWords {
  let marks: [PageMark]

  init(_ marks: [PageMark]) { self.marks = marks }

  func ids(in page: Page) -> Set<ID<Word>> {
    Set(page.lines.flatMap { line in marks.flatMap { taken(line, by: $0) } })
  }

  private func taken(_ line: Line, by mark: PageMark) -> [ID<Word>] {
    guard let box = mark.box else { return [] }
    let inside = line.words.filter { $0.box.map { $0.share(in: box) >= 0.7 } ?? false }
    // Coloured stamps are not in the picture of the text.
    guard inside.count == line.words.count else { return [] }
    switch mark.kind {
    case .seal, .signature: return isShreds(inside) ? inside.map(\.id) : []
    case .handwriting, .print: return []
    default: return mark.colour == .black ? inside.map(\.id) : []
    }
  }

  /// What the engine makes of pen strokes: a letter or two, or words that it does not believe in.
  private func isShreds(_ words: [Word]) -> Bool {
    words.allSatisfy { $0.text.count { $0.isLetter } <= 2 } || words.allSatisfy { $0.confidence < Self.shred }
  }

  private static let shred = 0.5
}

extension BoundingBox {
  /// Share of this box that lies in another.
  fileprivate func share(in other: BoundingBox) -> Double {
    area > 0 ? Double(overlap(other)) / Double(area) : 0
  }
}
