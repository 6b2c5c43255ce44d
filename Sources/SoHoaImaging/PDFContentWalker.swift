import Foundation

/// Follows the content of a page, and of the forms that it uses, without drawing any of it.
struct PDFContentWalker {
  enum Failure: Error {
    /// More operators, or more bytes of them, than any page of paper needs.
    case tooComplex
  }

  private(set) var drawing: PDFDrawing
  private var state: State
  private var stack: [State] = []
  private var path = Path()
  private var operands = Operands()
  private var operations = 0
  private var bytes = 0
  private var depth = 0
  private var forms = 0

  static let maxOperations = 5_000_000
  static let maxBytes = 128 << 20
  private static let deepestForm = 24
  private static let mostForms = 20_000
  private static let deepestState = 4096

  /// - Returns: nil where the page has no box that can be.
  static func walk(_ page: PDFObject) throws(Failure) -> PDFDrawing? {
    guard let box = PDFPageBox(page) else { return nil }
    var walker = PDFContentWalker(box)
    let resources = page.inherited("Resources")
    for stream in page["Contents"]?.oneOrMore ?? [] { try walker.run(stream, resources) }
    return walker.drawing
  }

  private init(_ box: PDFPageBox) {
    drawing = PDFDrawing(page: box)
    state = State(matrix: box.toUpright, clip: box.area)
  }

  private struct State {
    var matrix: PDFMatrix
    var clip: PDFArea
    /// Clipped by something else than a rectangle.
    var isCutOut = false
    var isOpaque = true, isBlended = false, isMasked = false
    var textMode = 0

    var isPlain: Bool { !isCutOut && isOpaque && !isBlended && !isMasked }
  }

  private struct Path {
    var points: [(x: Double, y: Double)] = []
    var pieces = 0
    var isCurved = false
    var clips = false
  }

  private struct Operands {
    var numbers: [Double] = []
    var name: String?
    /// Characters in strings, as far as bytes tell.
    var characters = 0

    mutating func add(_ number: Double) {
      // Kerning in a TJ array is no operand, and may be long.
      if numbers.count < 8 { numbers.append(number) }
    }
  }

  private mutating func run(_ stream: PDFObject, _ resources: PDFObject?) throws(Failure) {
    let content: Data
    do throws(PDFStreamReader.Failure) {
      content = try PDFStreamReader.read(stream, limit: Self.maxBytes - bytes)
    } catch .tooLarge {
      throw .tooComplex
    } catch {
      drawing.isKnown = false
      return
    }
    bytes += content.count
    var failure: Failure?
    content.withUnsafeBytes { raw in
      var lexer = PDFContentLexer(raw.assumingMemoryBound(to: UInt8.self))
      do throws(Failure) { try read(&lexer, resources) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private mutating func read(_ lexer: inout PDFContentLexer, _ resources: PDFObject?) throws(Failure) {
    while let token = lexer.next() {
      switch token {
      case .number(let value): operands.add(value)
      case .name(let name): operands.name = name
      case .string(let count): operands.characters += count
      case .arrayStart, .dictionaryStart, .arrayEnd, .dictionaryEnd: break
      case .operation(let operation):
        operations += 1
        guard operations <= Self.maxOperations else { throw .tooComplex }
        if operation == "BI" { addInlineImage(&lexer) } else { try perform(operation, resources) }
        operands = Operands()
      }
    }
  }

  private mutating func perform(
    _ operation: PDFContentLexer.Operator, _ resources: PDFObject?
  ) throws(Failure) {
    switch operation {
    case "q": try push()
    case "Q": state = stack.popLast() ?? state
    case "cm":
      if let matrix = PDFMatrix(operands.numbers) { state.matrix = matrix.then(state.matrix) }
    case "gs": apply(resources?["ExtGState"]?[operands.name ?? ""])
    case "Do": try paint(resources?["XObject"]?[operands.name ?? ""], resources)
    case "Tr": state.textMode = operands.numbers.last.flatMap { Int(exactly: $0) } ?? 0
    case "Tj", "TJ", "'", "\"": addText()
    case "BDC": if operands.name == "OC" { drawing.isKnown = false }
    case "sh": drawing.addStrokes(1)
    default: draw(operation)
    }
  }

  private mutating func draw(_ operation: PDFContentLexer.Operator) {
    switch operation {
    case "m", "l": add(operands.numbers.suffix(2))
    case "c", "v", "y":
      add(operands.numbers.suffix(2))
      path.isCurved = true
    case "re": addRectangle()
    case "W", "W*": path.clips = true
    case "n": endPath(isDrawn: false)
    case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*": endPath(isDrawn: true)
    default: break
    }
  }

  private mutating func push() throws(Failure) {
    guard stack.count < Self.deepestState else { throw .tooComplex }
    stack.append(state)
  }

  private mutating func add(_ numbers: ArraySlice<Double>) {
    path.pieces += 1
    guard numbers.count == 2, path.points.count < 8 else {
      path.isCurved = true
      return
    }
    path.points.append(state.matrix.apply(numbers[numbers.startIndex], numbers[numbers.startIndex + 1]))
  }

  private mutating func addRectangle() {
    guard operands.numbers.count == 4 else { return }
    let (x, y, width, height) = (
      operands.numbers[0], operands.numbers[1], operands.numbers[2], operands.numbers[3]
    )
    if path.points.count >= 4 { path.isCurved = true }
    path.pieces += 1
    path.points += [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
      .map { state.matrix.apply($0.0, $0.1) }
  }

  private mutating func endPath(isDrawn: Bool) {
    if isDrawn { drawing.addStrokes(path.pieces) }
    if path.clips { clip() }
    path = Path()
  }

  private mutating func clip() {
    if !path.points.isEmpty, !path.isCurved, PDFArea(path.points).hasCorners(path.points) {
      state.clip = state.clip.intersection(PDFArea(path.points))
    } else {
      state.isCutOut = true
    }
  }

  private mutating func addText() {
    drawing.addText(operands.characters, isVisible: state.textMode != 3 && state.textMode != 7)
    if state.textMode >= 4 { state.isCutOut = true }
  }

  /// An external graphics state.
  private mutating func apply(_ settings: PDFObject?) {
    guard let settings else { return }
    if let alpha = settings["ca"]?.number { state.isOpaque = alpha >= 1 }
    if let mode = settings["BM"]?.oneOrMore.first?.name {
      state.isBlended = mode != "Normal" && mode != "Compatible"
    }
    if let mask = settings["SMask"] { state.isMasked = mask.name != "None" }
    if settings["TR"] != nil || settings["TR2"].map({ $0.name != "Default" }) == true {
      state.isBlended = true
    }
  }

  private mutating func paint(_ object: PDFObject?, _ resources: PDFObject?) throws(Failure) {
    guard let object else { return }
    if object["OC"] != nil { drawing.isKnown = false }
    switch object["Subtype"]?.name {
    case "Image": add(object)
    case "Form": try enter(object, resources)
    default: drawing.isKnown = false
    }
  }

  private mutating func enter(_ form: PDFObject, _ resources: PDFObject?) throws(Failure) {
    forms += 1
    guard depth < Self.deepestForm, forms <= Self.mostForms else { throw .tooComplex }
    let (outer, outerStack) = (state, stack)
    depth += 1
    stack = []
    let matrix = PDFMatrix((form["Matrix"]?.elements ?? []).compactMap(\.number)) ?? PDFMatrix()
    state.matrix = matrix.then(state.matrix)
    cut(to: (form["BBox"]?.elements ?? []).compactMap(\.number))
    operands = Operands()
    try run(form, form["Resources"] ?? resources)
    depth -= 1
    (state, stack) = (outer, outerStack)
  }

  private mutating func cut(to box: [Double]) {
    guard box.count == 4 else { return }
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])]
      .map { state.matrix.apply($0.0, $0.1) }
    let area = PDFArea(corners)
    state.clip = state.clip.intersection(area)
    if !area.hasCorners(corners) { state.isCutOut = true }
  }

  private mutating func add(_ image: PDFObject) {
    let isSolid = image["SMask"] == nil && image["Mask"] == nil && image["ImageMask"]?.isTrue != true
    add(
      image, width: image["Width"]?.integer ?? 0, height: image["Height"]?.integer ?? 0,
      isPlain: isSolid && (image["SMaskInData"]?.integer ?? 0) == 0)
  }

  private mutating func add(_ stream: PDFObject?, width: Int, height: Int, isPlain: Bool) {
    guard state.matrix.isFinite else {
      drawing.isKnown = false
      return
    }
    let whole = state.matrix.unitSquare
    let seen = whole.intersection(state.clip)
    let onPage = whole.intersection(drawing.page.area)
    drawing.add(
      .init(
        stream: stream, width: width, height: height, place: state.matrix,
        isPlain: isPlain && state.isPlain && seen.size >= 0.995 * onPage.size, area: seen))
  }

  /// `BI` was read; its keys, its data and `EI` are to come.
  private mutating func addInlineImage(_ lexer: inout PDFContentLexer) {
    var (width, height, isMask, key) = (0, 0, false, "")
    while let token = lexer.next() {
      switch token {
      case .name(let name): key = name
      case .number(let value):
        if key == "W" || key == "Width" { width = Int(min(max(value, 0), 1e9)) }
        if key == "H" || key == "Height" { height = Int(min(max(value, 0), 1e9)) }
      case .operation("ID"):
        lexer.skipImageData()
        return add(nil, width: width, height: height, isPlain: !isMask)
      case .operation("true"): isMask = isMask || key == "IM" || key == "ImageMask"
      default: break
      }
    }
  }
}
