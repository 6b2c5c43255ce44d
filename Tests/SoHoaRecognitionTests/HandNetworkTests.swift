import Foundation
import SoHoaDictionaries
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// The parts of the hand reader, each against values reckoned by hand.
@Suite struct HandNetworkTests {
  private func layer(_ weights: [Float], _ bias: Float, height: Int = 1, width: Int = 3, dilation: Int = 1)
    -> HandWeights.Layer
  {
    func eight(_ value: Float) -> SIMD8<Float> {
      var row = SIMD8<Float>.zero
      row[0] = value
      return row
    }
    return HandWeights.Layer(
      height: height, width: width, inputs: 1, outputs: 1, dilation: dilation, blocks: 1,
      weights: weights.map(eight), biases: [eight(bias)])
  }

  @Test("a convolution weighs neighbours, and takes zeros beyond the edges")
  func convolution() {
    let map = FeatureMap(height: 1, width: 4, channels: 1, values: [1, 2, 0, 4])
    let plain = map.convolved(layer([10, 1, 100], 0.5))
    #expect(stride(from: 0, to: 32, by: 8).map { plain.values[$0] } == [201.5, 12.5, 420.5, 4.5])
    let wide = map.convolved(layer([10, 1, 100], -3, dilation: 2))
    #expect(stride(from: 0, to: 32, by: 8).map { wide.values[$0] } == [0, 399, 7, 21])
    let tall = FeatureMap(height: 3, width: 1, channels: 1, values: [1, 2, 3])
      .convolved(layer([1, 10, 100], 0, height: 3, width: 1))
    #expect([tall.values[0], tall.values[8], tall.values[16]] == [210, 321, 32])
  }

  @Test func poolingFlatteningAndSummary() {
    let map = FeatureMap(height: 2, width: 2, channels: 2, values: [1, -1, 5, 2, 3, 0, 4, 9])
    #expect(map.pooled(down: 2, across: 1).values == [3, 0, 5, 9])
    #expect(map.pooled(down: 2, across: 2).values == [5, 9])
    #expect(map.flattened().values == [1, -1, 3, 0, 5, 2, 4, 9])
    #expect(map.summary().values == [5, 9, 3.25, 2.5])
  }

  @Test(
    "the probability of a text is the sum over all ways to write it",
    arguments: [
      ([[0.6, 0.0, 0.4]], "7", 0.6),
      ([[0.5, 0.0, 0.5], [0.5, 0.0, 0.5]], "7", 0.75),
      ([[0.9, 0.0, 0.1], [0.1, 0.0, 0.9], [0.9, 0.0, 0.1]], "77", 0.729),
      ([[0.1, 0.8, 0.1], [0.0, 0.1, 0.9]], "1", 0.8 * 0.1 + 0.8 * 0.9 + 0.1 * 0.1),
      ([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0]], "", 1.0),
    ] as [([[Float]], String, Double)])
  func decoding(_ columns: [[Float]], _ text: String, _ probability: Double) throws {
    let best = try #require(HandDecoder(symbols: ["7", "1"]).texts(columns, count: 3).first)
    #expect(best.text == text && abs(best.probability - probability) < 1e-6)
  }

  @Test(
    "what a blank never holds is no reading of it; a stroke behind a number is that of the symbol",
    arguments: [
      (.number, ["17/", "17L", "17L/", "17", "04", "12345"], ["17", "17?", "17?", "17", "04", "12345"]),
      (.number, ["1/7", "123456", "", "L", "L17", "1LL", "/"], []),
      (.day, ["1", "09", "31", "32", "0", "00", "7/", "1L", "101", ""], ["1", "09", "31"]),
      (.month, ["1", "09", "12", "13", "00", "012", "/"], ["1", "09", "12"]),
      (.arrivalNumber, ["17", "017", "1/7", ""], ["17", "017"]),
      (
        .arrivalDate,
        [
          "1/2/25", "12/10/2025", "12/10", "12", "32/1/25", "1/13/25", "1/2/3025", "1/2/2075", "1/2/75",
          "1/2/025", "1/2/",
          "L/2/25",
        ],
        ["1/2/25", "12/10/2025", "12/10"]
      ),
    ] as [(HandReading.Slot, [String], [String])])
  func grammar(_ slot: HandReading.Slot, _ texts: [String], _ meant: [String]) {
    #expect(texts.compactMap(HandGrammar(slot: slot).meant) == meant)
  }

  /// A look that is so sure of `7`, of `1`, and of a hand.
  private func look(_ seven: Float, _ one: Float, hand: Float, reject: Float) -> HandNetwork.Output {
    HandNetwork.Output(
      symbols: [[seven, one, 1 - seven - one]], ink: [1], top: 4, bottom: 20, hand: hand, print: 0,
      blank: 1 - hand - reject, reject: reject)
  }

  @Test("looks are weighed by their mean, what is not to be read by the one with the most doubt")
  func vote() throws {
    func reading(_ looks: [HandNetwork.Output], _ steps: [RisingShares.Step] = []) -> HandReading {
      HandVote(outputs: looks, symbols: ["7", "1"]).reading(.number, HandScale(steps))
    }
    let sure = look(0.75, 0.25, hand: 1, reject: 0)
    let both = reading([sure, look(0.25, 0.5, hand: 0.5, reject: 0)])
    #expect(
      both.choices == [
        .init(text: "7", probability: 0.5 - 0.75 * 0.375), .init(text: "1", probability: 0.375),
      ])
    let doubt = reading([sure, sure, look(0.75, 0.25, hand: 0.25, reject: 0.75)])
    #expect(doubt.choices.first == .init(text: "7", probability: (0.75 - 0.75 * 0.25) * 0.25))
    #expect(doubt.form == .digits && doubt.answer == nil)
    let struck = look(0.75, 0.25, hand: 0.125, reject: 0.875)
    #expect(reading([sure, struck, struck]) == HandReading(slot: .number, form: .illegible, choices: []))
    let cut = HandVote(outputs: [sure], symbols: ["7", "1"]).reading(.number, HandScale([]), isWhole: false)
    #expect(cut.choices.map(\.probability) == [0.563, 0.25])
    // A rival takes more than ink that is hard to read.
    let faint = reading([look(0.75, 0, hand: 1, reject: 0)])
    #expect(faint.choices == [.init(text: "7", probability: 0.75)])
    // A day is written with two digits: one may be lost.
    let day = HandVote(outputs: [sure], symbols: ["7", "1"]).reading(.day, HandScale([]))
    #expect(day.choices == cut.choices)
    // Half of the readings from there on were right.
    let steps = [(0, 9, 2), (0.5, 99, 49)].map { RisingShares.Step(from: $0.0, count: $0.1, right: $0.2) }
    let scaled = reading([sure], steps)
    #expect(scaled.choices.map(\.probability) == [0.495, 0.25])
    // However sure the digits are that are there.
    let all = HandScale([RisingShares.Step(from: 0, count: 9999, right: 9999)])
    let short = HandVote(outputs: [sure], symbols: ["7", "1"]).reading(.number, all, isWhole: false)
    #expect(short.answer == nil && short.choices[0].probability == 0.91)
  }

  @Test("digits are digits, be they print or not; what no look takes for print or hand is none")
  func digits() throws {
    func look(_ seven: Float, print: Float, hand: Float) -> HandNetwork.Output {
      HandNetwork.Output(
        symbols: [[seven, 0.25, 0.75 - seven]], ink: [1], top: 4, bottom: 20, hand: hand, print: print,
        blank: 1 - print - hand, reject: 0)
    }
    func vote(_ looks: HandNetwork.Output...) -> (text: String, probability: Double)? {
      HandVote(outputs: looks, symbols: ["7", "1"]).digits(.month)
    }
    let both = try #require(vote(look(0.75, print: 1, hand: 0), look(0.5, print: 0.25, hand: 0.5)))
    #expect(both.text == "7" && both.probability == 0.625 * 0.75)
    let nothing = try #require(vote(look(0.75, print: 0, hand: 0)))
    #expect(nothing.probability == 0)
  }

  @Test(
    "letters that look like digits",
    arguments: [("l2", "12"), ("O1", "01"), ("31", "31"), ("1a", nil), ("", nil), ("năm", nil)])
  func lookAlikes(_ text: String, _ digits: String?) { #expect(LookAlikes.digits(text) == digits) }

  @Test(
    "the engine's own digits take doubt away where they are the same, and leave none sure where they are others"
  )
  func printAsWitness() {
    func reading(_ probability: Double, _ print: (String, Double)?) -> Double? {
      let hand = HandReading(
        slot: .day, form: .digits, choices: [.init(text: "18", probability: probability)])
      return hand.borne(out: print.map { (text: $0.0, confidence: $0.1) }).choices.first?.probability
    }
    #expect(reading(0.8, nil) == 0.8)
    #expect(reading(0.8, ("18", 0.96)) == 0.96)
    #expect(reading(0.98, ("18", 0.9)) == 0.99)
    #expect(reading(0.4, ("18", 0.96)) == 0.4, "the ink does not say so itself")
    #expect(reading(0.99, ("28", 0.96)) == 0.5)
    #expect(reading(0.3, ("28", 0.96)) == 0.3)
  }

  @Test func nothingIsLikelierThanTheWhole() {
    let columns: [[Float]] = (0..<30).map { index in
      let weights = (0..<13).map { symbol -> Int in (symbol * 7 + index * 3) % 13 + 1 }
      return weights.map { Float($0) / 91 }
    }
    let texts = HandDecoder(symbols: Array("0123456789L/")).texts(columns, count: 12)
    let shares: [Double] = texts.map { $0.probability }
    #expect(shares.reduce(0, +) <= 1 && shares == shares.sorted(by: >))
  }

  @Test("weights that are cut short, too many, or of another network are refused")
  func weights() throws {
    let good = try Data(contentsOf: DictionaryFolder.locate().file(HandWeights.file))
    #expect(good.count < 2_000_000)
    let end = try #require(good.firstIndex(of: 10))
    let other = Data(#"{"version":1,"symbols":"01","layers":[]}"#.utf8 + [10])
    let bad = [Data(), good.prefix(end), good.prefix(good.count - 2), Data("x\n".utf8) + good, other]
    for data in bad {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try data.write(to: folder.appending(path: HandWeights.file))
      #expect(throws: DictionaryError.self) { try HandWeights(DictionaryFolder(folder)) }
    }
  }

  @Test func aFieldTakesMilliseconds() throws {
    let network = HandNetwork(weights: try HandWeights(.locate()))
    let bytes = Data((0..<400 * 100).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
    let picture = Raster(width: 400, height: 100, channels: .grey, dpi: 200, bytes: bytes)
    let strip = try #require(HandStrip(picture, left: 10, right: 370, base: 70, em: 40))
    let times = (0..<9).map { _ in
      ContinuousClock().measure {
        for _ in HandView.all { #expect(network.run(strip).symbols.count == 72) }
      }
    }
    // 13 ms on a quiet machine; this only tells what has become slow by far.
    #expect(times.min()! < .milliseconds(150))
  }
}
