import SoHoaModel

/// A node while the tree grows.
final class Draft {
  var kind: Node.Kind
  let label: Label?
  /// Words behind the label.
  private(set) var words: [Word]
  /// Where in them a printed line begins.
  private var lineStarts: [Int] = [0]
  /// Characters of the first word that belong to the label.
  let prefix: Int
  var lines: [Segment]
  var children: [Draft] = []

  init(_ kind: Node.Kind, label: Label? = nil, line: Segment) {
    self.kind = kind
    self.label = label
    words = Array(label.map { LabelReader.rest(line, $0) } ?? line.words[...])
    prefix = label?.prefix ?? 0
    lines = [line]
  }

  var lastLine: Segment { lines[lines.count - 1] }

  func append(_ line: Segment) {
    lineStarts.append(words.count)
    words += line.words
    lines.append(line)
  }

  /// The text behind the label.
  var passage: Passage {
    var passage = passage(words.indices)
    if prefix > 0 {
      passage.text = String(passage.text.dropFirst(prefix)).trimmingPrefix { $0 == " " }.description
    }
    return passage
  }

  /// Some of the words, joined over line ends.
  func passage(_ range: Range<Int>) -> Passage {
    let starts = lineStarts.map { min(max($0, range.lowerBound), range.upperBound) } + [range.upperBound]
    return Passage(lines: zip(starts, starts.dropFirst()).map { Array(words[$0..<$1]) })
  }
}

extension Node.Kind {
  /// Height in the tree: a node lies under the last one before it whose rank is smaller. Nil: paragraphs and
  /// the like, which have nothing under them.
  var rank: Int? {
    switch self {
    case .annex: 0
    case .part: 1
    case .chapter: 2
    case .section: 3
    case .subsection: 4
    case .article: 5
    case .letterHeading: 6
    case .romanHeading: 7
    case .numberHeading, .clause: 8
    case .letterItem, .point: 20
    case .romanItem: 21
    case .dash: 22
    case .plus: 23
    case .paragraph, .operative, .legalBasis: nil
    }
  }
}

extension Label {
  /// Rank with the depth of `1.1.1.` counted in; `1)` and `(1)` are items, not headings.
  var rank: Int {
    guard kind == .numberHeading else { return kind.rank ?? 0 }
    switch style.close {
    case .both: return Self.itemRank + 1
    case .bracket where path.count == 1: return Self.itemRank - 1
    default: return 8 + min(path.count - 1, 8)
    }
  }

  /// From here on what is numbered is an item: text may follow it that no longer belongs to it.
  static let itemRank = 20
}
