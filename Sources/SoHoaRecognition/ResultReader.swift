import CTesseract
import SoHoaModel

/// Walks over what Tesseract found, word by word.
struct ResultReader {
  let api: OpaquePointer
  /// As the words shall name who read them.
  let model: String
  let scale: ConfidenceScale?

  /// Words in upright pixels, by block and line, in the engine's reading order.
  func lines() -> [RecognisedLine] {
    guard let results = TessBaseAPIGetIterator(api) else { return [] }
    defer { TessResultIteratorDelete(results) }
    let place = TessResultIteratorGetPageIterator(results)
    TessPageIteratorBegin(place)
    var lines: [RecognisedLine] = []
    repeat {
      let startsBlock = TessPageIteratorIsAtBeginningOf(place, RIL_BLOCK) != 0
      if startsBlock || lines.isEmpty || TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0 {
        lines.append(RecognisedLine(startsBlock: startsBlock || lines.isEmpty))
      }
      lines[lines.count - 1].words += words(results, place)
    } while TessResultIteratorNext(results, RIL_WORD) != 0
    return lines
  }

  /// The word that the iterator is at; several where words of a date run together with what is filled in.
  private func words(_ results: OpaquePointer, _ place: OpaquePointer?) -> [RecognisedWord] {
    guard let raw = TessResultIteratorGetUTF8Text(results, RIL_WORD) else { return [] }
    defer { TessDeleteText(raw) }
    guard let box = Self.box(place, RIL_WORD) else { return [] }
    let own = min(max(Double(TessResultIteratorConfidence(results, RIL_WORD)) / 100, 0), 1)
    let confidence = scale?.probability(own) ?? own
    let read = String(cString: raw).precomposedStringWithCanonicalMapping
    let parts = RunTogether.mayBe(read, confidence: confidence) ? parts(of: box, results) : []
    return (parts.isEmpty ? [(read, box)] : parts).map { word($0.0, $0.1, confidence) }
  }

  private func word(_ read: String, _ box: BoundingBox, _ confidence: Double) -> RecognisedWord {
    let text = StrayMarks.trimmed(TwinLetters.folded(read))
    return RecognisedWord(
      text: text, confidence: confidence, box: box, model: model,
      others: text == read ? [] : [.init(text: read, confidence: confidence, model: model)])
  }

  private static func box(_ place: OpaquePointer?, _ level: TessPageIteratorLevel) -> BoundingBox? {
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard TessPageIteratorBoundingBox(place, level, &left, &top, &right, &bottom) != 0 else { return nil }
    return BoundingBox(left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom))
  }

  /// Empty where the word stays whole.
  private func parts(
    of box: BoundingBox, _ results: OpaquePointer
  ) -> [(String, BoundingBox)] {
    let parts = RunTogether.parts(letters(results))
    guard parts.count > 1 else { return [] }
    return parts.map { letters in
      let left = letters.map(\.left).min() ?? box.left
      let right = max(left + 1, letters.map(\.right).max() ?? box.right)
      return (
        letters.map(\.text).joined(),
        BoundingBox(left: left, top: box.top, right: right, bottom: box.bottom)
      )
    }
  }

  /// Letters of the word that the iterator is at.
  private func letters(_ results: OpaquePointer) -> [RunTogether.Letter] {
    guard let step = TessResultIteratorCopy(results) else { return [] }
    defer { TessResultIteratorDelete(step) }
    let place = TessResultIteratorGetPageIterator(step)
    var letters: [RunTogether.Letter] = []
    repeat {
      guard let raw = TessResultIteratorGetUTF8Text(step, RIL_SYMBOL) else { continue }
      defer { TessDeleteText(raw) }
      guard let box = Self.box(place, RIL_SYMBOL) else { continue }
      let text = String(cString: raw).precomposedStringWithCanonicalMapping
      letters.append(.init(text: text, left: box.left, right: box.right))
    } while TessResultIteratorNext(step, RIL_SYMBOL) != 0
      && TessPageIteratorIsAtBeginningOf(place, RIL_WORD) == 0
    return letters
  }
}

/// A word in pixels of the prepared page.
struct RecognisedWord {
  var text: String
  /// Probability that the text is right where the model's scale is known; else the engine's own measure.
  var confidence: Double
  var box: BoundingBox
  var model: String
  /// What other models read there.
  var others: [Other] = []

  struct Other {
    var text: String
    var confidence: Double
    var model: String
  }

  var asOther: Other { Other(text: text, confidence: confidence, model: model) }
}

struct RecognisedLine {
  let startsBlock: Bool
  var words: [RecognisedWord] = []
  /// What the region that it was read in is part of.
  var role = PageRegion.Role.text

  var box: BoundingBox? { words.map(\.box).union() }

  func within(_ role: PageRegion.Role) -> RecognisedLine {
    var copy = self
    copy.role = role
    return copy
  }
}
