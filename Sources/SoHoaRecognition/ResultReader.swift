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
      if let word = word(results, place) { lines[lines.count - 1].words.append(word) }
    } while TessResultIteratorNext(results, RIL_WORD) != 0
    return lines
  }

  private func word(_ results: OpaquePointer, _ place: OpaquePointer?) -> RecognisedWord? {
    guard let raw = TessResultIteratorGetUTF8Text(results, RIL_WORD) else { return nil }
    defer { TessDeleteText(raw) }
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom) != 0 else { return nil }
    let own = min(max(Double(TessResultIteratorConfidence(results, RIL_WORD)) / 100, 0), 1)
    let confidence = scale?.probability(own) ?? own
    let read = String(cString: raw).precomposedStringWithCanonicalMapping
    let text = StrayMarks.trimmed(TwinLetters.folded(read))
    return RecognisedWord(
      text: text, confidence: confidence,
      box: BoundingBox(left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom)), model: model,
      others: text == read ? [] : [.init(text: read, confidence: confidence, model: model)])
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
