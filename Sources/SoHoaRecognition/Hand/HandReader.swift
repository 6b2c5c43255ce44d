import Foundation
import SoHoaDictionaries
import SoHoaModel

/// Finds what is filled into a header by hand, and reads it: number, day and month.
///
/// Print stays with the engine: a blank whose writing is no hand leaves no trace.
public struct HandReader: Sendable {
  private let network: HandNetwork
  private let scale: HandScale

  /// - Throws: `DictionaryError` if weights or scale are missing or malformed.
  public init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    network = HandNetwork(weights: try HandWeights(dictionaries))
    scale = try HandScale(dictionaries)
  }

  /// The page with a mark for every blank that is filled in by hand, from the top; what was taken for handwriting by
  /// its colour at the same place is replaced.
  public func read(_ page: Page, from prepared: PreparedPage) -> Page {
    guard prepared.picture.channels == .grey, let finder = BlankFinder(page, prepared.transform) else {
      return page
    }
    var page = page
    for blank in finder.blanks() {
      guard let found = writing(in: blank, of: prepared.picture) else { continue }
      add(found.hand, at: prepared.transform.original(found.box), sure: found.sure, to: &page)
    }
    return page
  }

  private func writing(
    in blank: FormBlank, of picture: Raster
  ) -> (hand: HandReading, box: BoundingBox, sure: Double)? {
    guard let strip = HandView.all[0].strip(of: blank, in: picture) else { return nil }
    let output = network.run(strip)
    let sure = Double(output.hand + output.reject)
    guard sure >= (isPrint(blank) ? Self.againstPrint : Self.leastSure),
      let box = HandExtent(output.ink).box(in: strip)
    else { return nil }
    let others = HandView.all.dropFirst().compactMap { $0.strip(of: blank, in: picture) }.map(network.run)
    return (reading([output] + others, blank.slot), box, sure)
  }

  private static let leastSure = 0.5
  /// Where the engine read digits for sure.
  private static let againstPrint = 0.97

  private func isPrint(_ blank: FormBlank) -> Bool {
    let digits = blank.words.filter { $0.text.contains { $0.isNumber } }
    return !digits.isEmpty && digits.allSatisfy { $0.confidence >= 0.9 }
  }

  /// What several looks at a blank say together. One that sees a stroke through digits is enough for doubt.
  private func reading(_ outputs: [HandNetwork.Output], _ slot: HandReading.Slot) -> HandReading {
    let legible = outputs.map { Double($0.hand / ($0.hand + $0.reject)) }
    guard legible.reduce(0, +) > Double(legible.count) / 2 else {
      return HandReading(slot: slot, form: .illegible, choices: [])
    }
    let choices = texts(outputs, slot).prefix(Self.choices).enumerated().map { index, text in
      let own = text.probability * legible.min()!
      return HandReading.Choice(text: text.text, probability: index == 0 ? scale.probability(own) : own)
    }
    return HandReading(slot: slot, form: .digits, choices: choices.filter { $0.probability >= 0.005 })
  }

  /// Means of the looks, best first.
  private func texts(
    _ outputs: [HandNetwork.Output], _ slot: HandReading.Slot
  ) -> [(text: String, probability: Double)] {
    let grammar = HandGrammar(slot: slot)
    let decoder = HandDecoder(symbols: network.weights.symbols)
    var sums: [String: Double] = [:]
    for text in outputs.flatMap({ decoder.texts($0.symbols, count: Self.followed) }) {
      guard let meant = grammar.meant(text.text) else { continue }
      sums[meant, default: 0] += text.probability / Double(outputs.count)
    }
    return sums.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  private static let choices = 4
  /// Texts of each look.
  private static let followed = 12

  private func add(_ hand: HandReading, at box: BoundingBox, sure: Double, to page: inout Page) {
    let seen = page.marks.filter {
      $0.kind == .handwriting && $0.box?.intersects(box) == true && $0.hand == nil
    }
    page.marks.removeAll(where: seen.contains)
    page.marks.append(
      PageMark(
        id: ID(page: page.number, index: (page.marks.map(\.id.index).max() ?? 0) + 1), kind: .handwriting,
        colour: seen.first?.colour ?? .black, box: box, confidence: sure, hand: hand))
  }
}
