import Foundation

/// A small convolutional network over a strip of 32 x 144 pixels: what kind of writing stands there, of each column
/// of two pixels which symbol, and whether it holds ink by hand.
struct HandNetwork: Sendable {
  /// What it says of a strip.
  struct Output: Sendable {
    /// Of each column the probabilities of the symbols; the last one stands for none.
    var symbols: [[Float]]
    /// Of each column the probability that it holds ink by hand.
    var ink: [Float]
    /// Probabilities of writing by hand, print, a blank, and what is not to be read.
    var hand, print, blank, reject: Float
  }

  let weights: HandWeights

  private static let shapes: [(name: String, inputs: Int, outputs: Int)] = [
    ("square1", 1, 16), ("square2", 16, 24), ("square3", 24, 40), ("square4", 40, 64), ("row1", 128, 96),
    ("row2", 96, 96), ("row3", 96, 96), ("frame", 96, 16), ("kind", 192, 4),
  ]

  static func fits(_ weights: HandWeights) -> Bool {
    weights.symbols.count + 2 <= 16
      && shapes.allSatisfy { shape in
        weights.layers[shape.name].map { $0.inputs == shape.inputs && $0.outputs == shape.outputs } ?? false
      }
  }

  func run(_ strip: HandStrip) -> Output {
    var map = FeatureMap(
      height: HandStrip.height, width: HandStrip.width, channels: 1, values: strip.values)
    map = map.convolved(layer("square1")).pooled(down: 2, across: 2)
    for name in ["square2", "square3", "square4"] {
      map = map.convolved(layer(name)).pooled(down: 2, across: 1)
    }
    map = map.flattened()
    for name in ["row1", "row2", "row3"] { map = map.convolved(layer(name)) }
    let frames = map.convolved(layer("frame"), cutsNegative: false)
    let kind = Self.shares(map.summary().convolved(layer("kind"), cutsNegative: false).values[..<4])
    return output(frames, kind)
  }

  private func layer(_ name: String) -> HandWeights.Layer { weights.layers[name]! }

  private func output(_ frames: FeatureMap, _ kind: [Float]) -> Output {
    let count = weights.symbols.count + 1
    let rows = (0..<frames.width).map { frames.values[$0 * frames.channels..<($0 + 1) * frames.channels] }
    return Output(
      symbols: rows.map { Self.shares($0.prefix(count)) },
      ink: rows.map { 1 / (1 + exp(-$0[$0.startIndex + count])) }, hand: kind[0], print: kind[1],
      blank: kind[2], reject: kind[3])
  }

  /// Softmax.
  private static func shares(_ scores: ArraySlice<Float>) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
