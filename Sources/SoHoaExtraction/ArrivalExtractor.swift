import SoHoaModel
import SoHoaStructure

/// Number and date that the receiver stamped or wrote into its stamp "ĐẾN" (Nghị định 30/2020, Phụ lục IV).
///
/// Both are mostly written by hand: a value is given where the print was read for sure, else what the hand says.
struct ArrivalExtractor: Sendable {
  let phrases: FormPhrases

  func arrival(_ sheet: Sheet) -> Arrival? {
    let lines = sheet.lines(.arrivalStamp)
    guard !lines.isEmpty else { return nil }
    let fields = lines.flatMap(fields)
    let hand = HandArrival(sheet.hands)
    return Arrival(
      number: hand.number(fields.lazy.compactMap { number($0, sheet) }.first),
      date: hand.date(fields.lazy.compactMap { date($0, sheet) }.first), receiver: receiver(lines, sheet))
  }

  private struct Part {
    let label: String
    let text: TokenText
    let range: Range<Int>
  }

  private static let labels = ["so", "ngay", "gio", "chuyen"]

  /// A line cut where a label begins: `ĐẾN Số: 1234 Ngày: 25/8/2026`.
  private func fields(_ line: TokenText) -> [Part] {
    let starts = line.indices.filter { Self.labels.contains(line[$0].folded) }
    return starts.enumerated().map { position, start in
      let end = position + 1 < starts.count ? starts[position + 1] : line.count
      var first = start + 1
      while let token = line.at(first), first < end, token.kind == .mark { first += 1 }
      return Part(label: line[start].folded, text: line, range: min(first, end)..<end)
    }
  }

  private func number(_ part: Part, _ sheet: Sheet) -> Field<String>? {
    guard part.label == "so", let position = part.range.first(where: { part.text[$0].kind == .number }) else {
      return nil
    }
    let range = position..<(position + 1)
    let digits = part.text.text(range)
    let isSure = isSure(part.text.words(range))
    return sheet.fields.field(
      part.text, range, value: isSure ? digits : nil, certainty: isSure ? 0.9 : 0.3, rule: "arrival/number",
      alternatives: isSure ? [] : [digits])
  }

  private func date(_ part: Part, _ sheet: Sheet) -> Field<DateValue>? {
    guard part.label == "ngay", !part.range.isEmpty,
      let match = part.range.lazy.compactMap({ DateGrammar().match(part.text, at: $0) }).first(where: {
        $0.form == .date && $0.isPossible
      })
    else { return nil }
    let value = DateValue(edtf: match.edtf)
    let isSure = !match.isDamaged && isSure(part.text.words(match.tokens))
    return sheet.fields.field(
      part.text, match.tokens, value: isSure ? value : nil, certainty: isSure ? 0.9 : 0.3,
      rule: "arrival/date", alternatives: isSure ? [] : [value])
  }

  private func isSure(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy { $0.box == nil || $0.confidence >= PrintCheck.leastConfidence }
  }

  /// The line above `ĐẾN`, in capitals.
  private func receiver(_ lines: [TokenText], _ sheet: Sheet) -> Field<String>? {
    guard let line = lines.first, line.count >= 2, fields(line).isEmpty,
      phrases.find(.arrival, in: FoldedText(line.words)) == nil,
      line.tokens.allSatisfy({ $0.kind == .mark || $0.isCapitals })
    else { return nil }
    let range = Trimming.content(line, line.indices)
    guard !range.isEmpty else { return nil }
    let text = line.text(range)
    let isSure = isSure(line.words(range))
    return sheet.fields.field(
      line, range, value: isSure ? text : nil, certainty: isSure ? 0.8 : 0.3, rule: "arrival/receiver",
      alternatives: isSure ? [] : [text])
  }
}
