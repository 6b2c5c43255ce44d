import SoHoaModel

/// What stands around a line, as far as it says whether a numeral at its beginning is a label.
struct LabelContext {
  /// The sentence before needs the numeral: `tại khoản` `2. Điều này`.
  let isExpected: Bool
  /// The line before is wide and ends without a stop, and nothing parts it from this one.
  let isWrapped: Bool
  /// Begins a region, or stands behind an empty line.
  let startsBlock: Bool
  /// Left edge in heights of a word from the page's left edge; nil where nothing was measured.
  let indent: Double?
  /// The line before runs to the right edge.
  let followsFullLine: Bool

  init(_ line: Segment, after previous: Segment?, _ flow: LineFlow) {
    let isText = previous.map { $0.blockKind != .table } ?? false
    isExpected = isText && (flow.expectsNumeral(after: previous!) || Self.lists(previous!))
    isWrapped = isText && flow.isOpen(previous!) && !line.startsBlock && Self.isProse(previous!, line)
    startsBlock = line.startsBlock
    followsFullLine = isText && flow.reachesRight(previous!)
    if let layout = flow.layouts[line.page] {
      indent = (layout.span(line).lowerBound - layout.left) / layout.unit
    } else {
      indent = nil
    }
  }

  /// Neither line is a heading by its looks: short, or capitals above or under small letters.
  private static func isProse(_ previous: Segment, _ line: Segment) -> Bool {
    previous.words.count > 4 && previous.isCapitals == line.isCapitals
  }

  /// A list runs on within the sentence: `gồm: 1. Đơn; 2. Bản sao;`
  private static func lists(_ line: Segment) -> Bool {
    guard line.text.hasSuffix(";") || line.text.hasSuffix(",") else { return false }
    return line.words.indices.dropFirst().contains { index in
      let text = line.words[index].text
      return text.count <= 3 && text.first?.isNumber == true && (text.hasSuffix(".") || text.hasSuffix(")"))
        && ":;".contains(line.words[index - 1].text.last ?? " ")
    }
  }
}

/// What it costs to take a reading for a label, or to leave a label for text: how much has to be supposed.
///
/// The unit is one clear oddity in three: a clean label that fits costs nothing, leaving it out costs 3.
enum LabelCost {
  /// A reading that asks for more is none.
  static let unbearable = 9.0

  /// The line is text, although its beginning reads like these.
  static func omission(
    of readings: ArraySlice<Label>, _ context: LabelContext, isAfterLabel: Bool
  ) -> Double {
    if context.isExpected { return 0 }
    let clearest = readings.lazy.filter { !$0.isSupposed }.map(clarity).max() ?? 0
    return clearest * (!context.isWrapped ? 1 : isAfterLabel ? 0.6 : 0.15)
  }

  private static func clarity(_ label: Label) -> Double { min(3, max(0.2, 3 - 4 * label.damage)) }

  /// The form of the label and where the line stands.
  static func form(_ label: Label, _ context: LabelContext, isAfterLabel: Bool) -> Double {
    var cost = 3 * max(0, label.damage)
    if context.isExpected { cost += 6 }
    if context.isWrapped { cost += isAfterLabel ? 0.3 : 1.7 }
    return cost
  }

  /// A label's line begins where that of its sibling began; a wrapped one at the left edge.
  static func place(_ context: LabelContext, sibling: Double?) -> Double {
    guard let indent = context.indent, let sibling else { return 0 }
    if sibling > 1, indent < 0.5, context.followsFullLine, !context.startsBlock { return 1.5 }
    return abs(indent - sibling) < 1.5 ? 0 : 0.4
  }

  /// Labels of one manner head lines that are set alike: asked of those that had to be mended.
  static func likeness(_ label: Label, _ last: Label) -> Double {
    guard label.isMended || last.isMended, label.kind == .romanHeading || label.kind == .numberHeading else {
      return 0
    }
    return label.isCapitals == last.isCapitals ? 0 : 2
  }

  /// The label follows `last`, the one before it of its manner.
  static func step(_ label: Label, after last: Label) -> Double {
    guard let ordinal = label.ordinal, let before = last.ordinal else { return 0 }
    let isHeading = label.kind == .article || label.kind == .annex
    switch ordinal - before {
    case 1: return 0
    case 0 where !label.suffix.isEmpty: return 0
    case 2 where label.kind == .letterItem && before == 4: return 0.3
    case 2: return 2.2
    case 3: return 2.5
    case 0: return 2.4
    case 4...: return isHeading ? 2.6 : 5
    default: return ordinal == 1 ? 2.3 : 5
    }
  }

  /// The label is the first of its manner here.
  static func first(_ label: Label) -> Double {
    guard let ordinal = label.ordinal else { return 0 }
    if ordinal == 1 { return 0.5 }
    switch label.kind {
    case .article, .part, .chapter, .section, .subsection, .annex: return 2
    case .romanHeading: return ordinal <= 12 ? 2.6 : 5
    case .letterHeading: return 3.5
    case .letterItem: return ordinal == 2 ? 2.6 : 5
    default: return ordinal == 2 ? 2.5 : ordinal == 3 ? 2.8 : 5
    }
  }
}
