import SoHoaModel

/// A heading with its label as typed: `Chương I`, `I.`, `Điều 2.`, `Phụ lục`.
struct TypedHeading {
  var kind: Node.Kind
  /// From 1: how many headings it is under.
  var level: Int
  var label: String?
  /// By printed lines for what is set in the middle of the page, else one.
  var title: [TypedText]

  /// Set in the middle, the title under the label.
  var isCentred: Bool {
    switch kind {
    case .annex, .part, .chapter, .section, .subsection: true
    default: false
    }
  }
}
