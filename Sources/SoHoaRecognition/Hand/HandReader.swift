import Foundation
import SoHoaDictionaries
import SoHoaModel

/// Finds what is filled into a header by hand, and reads it: number, day and month.
///
/// Print stays with the engine; where it doubts its own digits, the same ones read here take doubt away.
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
    let inks = page.marks.filter { $0.kind == .handwriting }.compactMap(\.box).map(prepared.transform.upright)
    var page = page
    for blank in finder.blanks() {
      if let found = writing(in: blank, of: prepared.picture, inks) {
        add(found.hand, at: prepared.transform.original(found.box), sure: found.sure, to: &page)
      } else if let word = borneOut(blank, of: prepared.picture) {
        page.replace(word)
      }
    }
    return page
  }

  /// Digits that the engine doubts and that the network reads alike, be they print or not: surer, where the engine has
  /// digits; where it has letters like them (`l2`), a proposal.
  private func borneOut(_ blank: FormBlank, of picture: Raster) -> Word? {
    guard var word = blank.alone, word.confidence < FormBlank.sure else { return nil }
    let looks = HandView.all.compactMap { $0.strip(of: blank, in: picture) }.map(network.run)
    let vote = HandVote(outputs: looks, symbols: network.weights.symbols)
    guard let own = vote.digits(blank.slot), own.text == LookAlikes.digits(word.text) else { return nil }
    let doubt = (1 - word.confidence) * (1 - own.probability) * HandReading.alike
    let reading = Reading(
      text: own.text, confidence: max(word.confidence, 1 - doubt), stage: "recognise/digits")
    if own.text == word.text { word.revise(reading) } else { word.alternatives.insert(reading, at: 0) }
    return word
  }

  /// The page with what is written by hand into arrival stamps: the receiver's number and date.
  ///
  /// - Parameter raster: the page as it came. Pages that were turned are left alone.
  public func readStamps(_ page: Page, from raster: Raster) -> Page {
    guard page.rotation == 0 else { return page }
    var page = page
    for mark in page.marks {
      guard let blanks = StampBlanks(mark)?.blanks(), let box = mark.box,
        let stamp = StampPicture(raster, box, colour: mark.colour)
      else { continue }
      for blank in blanks.map(stamp.placed) {
        guard let found = writing(in: blank, of: stamp.picture) else { continue }
        add(found.hand, at: stamp.onPage(found.box), sure: found.sure, to: &page)
      }
    }
    return page
  }

  /// - Parameter inks: boxes of what is handwriting by its colour.
  private func writing(
    in blank: FormBlank, of picture: Raster, _ inks: [BoundingBox] = []
  ) -> (hand: HandReading, box: BoundingBox, sure: Double)? {
    guard blank.isSure || !isPrint(blank), var look = look(at: blank, of: picture, inks) else { return nil }
    var blank = blank
    if !look.ink.isWhole {
      blank = blank.reaching(over: look.ink.box)
      look = self.look(at: blank, of: picture, inks) ?? look
    }
    guard look.isHand(isPrint(blank) ? Self.againstPrint : Self.leastSure) else { return nil }
    let others = HandView.all.dropFirst().compactMap { $0.strip(of: blank, in: picture) }.map(network.run)
    let vote = HandVote(outputs: [look.output] + others, symbols: network.weights.symbols)
    let isWhole = look.ink.isWhole && (look.ink.isColoured || blank.holds(look.ink.box))
    let reading = vote.reading(blank.slot, scale, isWhole: isWhole)
    return (reading.borne(out: blank.print), look.ink.box, look.sure)
  }

  private struct Look {
    let output: HandNetwork.Output
    let ink: HandInk
    var sure: Double { Double(output.hand + output.reject) }

    /// Ink of a hand's colour is one however much it looks like print; a blank it is not.
    func isHand(_ least: Double) -> Bool {
      ink.isColoured ? output.blank < 0.5 : sure >= least
    }
  }

  /// Nil where there is no ink by hand.
  private func look(at blank: FormBlank, of picture: Raster, _ inks: [BoundingBox]) -> Look? {
    guard let strip = HandView.all[0].strip(of: blank, in: picture) else { return nil }
    let output = network.run(strip)
    let box = HandExtent(output).box(in: strip) ?? inks.filter(blank.surrounds).union()
    return box.map { Look(output: output, ink: HandInk(read: $0, coloured: inks)) }
  }

  private static let leastSure = 0.6
  /// Where the engine read digits for sure.
  private static let againstPrint = 0.97

  private func isPrint(_ blank: FormBlank) -> Bool {
    let digits = blank.words.filter { $0.text.contains { $0.isNumber } }
    return !digits.isEmpty && digits.allSatisfy { $0.confidence >= FormBlank.sure }
  }

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

extension HandReading {
  /// What the engine read there for sure as print, and the network as ink, is both: digits of a signing program or of
  /// a numbering stamp. Each leaves a doubt; together they leave less. Where they read other digits, neither overrules
  /// the other.
  func borne(out print: (text: String, confidence: Double)?) -> Self {
    guard let print, let first = choices.first else { return self }
    var reading = self
    if first.text != print.text {
      let probability = min(first.probability, Self.contested)
      reading.choices[0] = Choice(text: first.text, probability: probability)
    } else if first.probability >= 0.5 {
      let doubt = (1 - first.probability) * (1 - print.confidence) * Self.alike
      reading.choices[0] = Choice(text: first.text, probability: max(first.probability, 1 - doubt))
    }
    return reading
  }

  private static let contested = 0.5

  /// So many times likelier than by chance that both misread the same way.
  fileprivate static let alike = 5.0
}

extension Page {
  fileprivate mutating func replace(_ word: Word) {
    for block in blocks.indices {
      for line in blocks[block].lines.indices {
        if let index = blocks[block].lines[line].words.firstIndex(where: { $0.id == word.id }) {
          blocks[block].lines[line].words[index] = word
        }
      }
    }
  }
}
