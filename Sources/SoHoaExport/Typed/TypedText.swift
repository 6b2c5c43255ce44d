/// Text in runs of words: those that are sure, and each doubtful one with its doubt.
struct TypedText: Hashable {
  struct Run: Hashable {
    var text: String
    /// Nil where there is nothing to check.
    var doubt: WordDoubt?
  }

  private(set) var runs: [Run] = []

  init() {}
  init(_ text: String) { append(text) }

  var isEmpty: Bool { runs.isEmpty }
  var text: String { runs.map(\.text).joined() }

  mutating func append(_ text: String, doubt: WordDoubt? = nil) {
    guard !text.isEmpty else { return }
    if doubt == nil, let last = runs.indices.last, runs[last].doubt == nil {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, doubt: doubt))
    }
  }

  mutating func append(_ other: TypedText) {
    for run in other.runs { append(run.text, doubt: run.doubt) }
  }

  static func + (left: TypedText, right: TypedText) -> TypedText {
    var whole = left
    whole.append(right)
    return whole
  }
}
