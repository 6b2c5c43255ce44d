import Foundation

/// Takes away what an earlier reading left unseen on a page: text that is not painted, or that the page's picture
/// covers. It would be found and copied beside ours.
///
/// Other bytes of the content stay as they are. Forms that hold such text are replaced by copies, because other
/// pages may show them too.
struct OldTextLayer {
  private let page: PDFValue
  private let box: PageBox
  /// Counts what was painted, in order.
  private var painted = 0
  /// The last picture that covers the page, in that count.
  private var cover = 0
  private var forms = 0
  private var isRewriting = false
  /// Texts that stay.
  private var remaining = 0

  /// - Returns: what was left of the page's text: none, or some that is seen.
  static func remove(from page: PDFValue, _ box: PageBox) -> Rest {
    var layer = OldTextLayer(page: page, box: box)
    guard let content = page.content, let resources = page.inherited("Resources") else { return .nothing }
    var state = State()
    _ = layer.run(content, resources, &state, depth: 0)
    (layer.isRewriting, layer.painted, layer.forms, layer.remaining) = (true, 0, 0, 0)
    state = State()
    let own = resources.copied()
    if let rewritten = layer.run(content, own, &state, depth: 0) {
      page["Contents"] = page.document.stream(rewritten)
      page["Resources"] = own
    }
    return layer.remaining > 0 ? .visible : .nothing
  }

  enum Rest { case nothing, visible }

  private init(page: PDFValue, box: PageBox) {
    self.page = page
    self.box = box
  }

  private struct State {
    var matrix = Matrix()
    var textMode = 0
    var stack: [(Matrix, Int)] = []
  }

  /// - Parameter ownsFonts: nothing else uses the fonts of these resources: they go with their last text.
  /// - Returns: other content, when rewriting and some of it goes.
  private mutating func run(
    _ content: Data, _ resources: PDFValue, _ state: inout State, depth: Int, ownsFonts: Bool = true
  ) -> Data? {
    var gone: [(range: Range<Int>, instead: String)] = []
    var fonts: [Range<Int>] = []
    let before = remaining
    var replaced = false
    for operation in ContentReader(content) {
      switch operation.name {
      case "q": if state.stack.count < 4096 { state.stack.append((state.matrix, state.textMode)) }
      case "Q": if let last = state.stack.popLast() { (state.matrix, state.textMode) = last }
      case "cm": state.matrix = Matrix(operation.numbers).then(state.matrix)
      case "Tr": state.textMode = operation.numbers.last.flatMap { Int(exactly: $0) } ?? 0
      case "Tf": fonts.append(operation.range)
      case "Tj", "TJ", "'", "\"":
        painted += 1
        if state.textMode == 3 || painted < cover {
          gone.append((operation.range, operation.name.count == 1 ? " T* " : " "))
        } else {
          remaining += 1
        }
      case "Do": replaced = paint(operation.resource ?? "", resources, state, depth) || replaced
      default: break
      }
    }
    guard isRewriting, !gone.isEmpty || replaced else { return nil }
    if remaining == before, ownsFonts {
      gone += fonts.map { ($0, " ") }
      resources["Font"] = nil
    }
    return content.replacing(gone.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// - Returns: true if the form of this name was replaced in the resources.
  private mutating func paint(
    _ name: String, _ resources: PDFValue, _ state: State, _ depth: Int
  ) -> Bool {
    painted += 1
    guard let object = resources["XObject"]?[name] else { return false }
    if object["Subtype"]?.name == "Image" {
      if !isRewriting, object.isOpaquePicture, covers(state.matrix) { cover = painted }
      return false
    }
    forms += 1
    guard object["Subtype"]?.name == "Form", depth < 24, forms < 1000, let content = object.decoded() else {
      return false
    }
    var inner = State(
      matrix: Matrix((object["Matrix"]?.elements ?? []).compactMap(\.number)).then(state.matrix))
    inner.textMode = state.textMode
    let own = object["Resources"]?.copied()
    guard
      let rewritten = run(
        content, own ?? resources, &inner, depth: depth + 1, ownsFonts: own != nil)
    else { return false }
    replace(name, in: resources, by: rewritten, own, of: object)
    return true
  }

  private func replace(
    _ name: String, in resources: PDFValue, by content: Data, _ own: PDFValue?, of form: PDFValue
  ) {
    let copy = page.document.stream(content)
    for key in form.keys where !["Length", "Filter", "DecodeParms"].contains(key) { copy[key] = form[key] }
    if let own { copy["Resources"] = own }
    let objects = resources["XObject"]?.copied() ?? page.document.dictionary()
    objects[name] = copy
    resources["XObject"] = objects
  }

  /// True if the unit square takes nearly all of the page.
  private func covers(_ matrix: Matrix) -> Bool {
    let points = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { matrix.apply($0.0, $0.1) }
    let corners = [box.toPage.apply(0, 0), box.toPage.apply(box.width, box.height)]
    func share(_ of: ((x: Double, y: Double)) -> Double) -> Double {
      let low = max(points.map(of).min()!, corners.map(of).min()!)
      let high = min(points.map(of).max()!, corners.map(of).max()!)
      return max(0, high - low) / abs(of(corners[0]) - of(corners[1]))
    }
    return share(\.x) * share(\.y) >= Self.coverShare
  }

  private static let coverShare = 0.9
}

extension PDFValue {
  /// What a page shows, its streams joined as readers join them.
  fileprivate var content: Data? {
    let parts = (self["Contents"]?.oneOrMore ?? []).compactMap { $0.decoded() }
    return parts.isEmpty ? nil : Data(parts.joined(separator: Data("\n".utf8)))
  }

  fileprivate var isOpaquePicture: Bool {
    self["SMask"] == nil && self["Mask"] == nil && self["ImageMask"]?.isTrue != true
  }
}

extension Matrix {
  /// The identity unless there are six numbers.
  init(_ numbers: [Double]) {
    guard numbers.count == 6 else {
      self.init()
      return
    }
    self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
  }
}

extension Data {
  /// - Parameter pieces: in order, none over another.
  fileprivate func replacing(_ pieces: [(range: Range<Int>, instead: String)]) -> Data {
    var result = Data(capacity: count)
    var place = 0
    for piece in pieces {
      result += self[startIndex + place..<startIndex + piece.range.lowerBound]
      result += Data(piece.instead.utf8)
      place = piece.range.upperBound
    }
    return result + self[(startIndex + place)...]
  }
}
