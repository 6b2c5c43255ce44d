import Foundation

/// A small convolutional network over a strip of 32 x 144 pixels: what kind of writing stands there, of each column
/// of two pixels which symbol, and whether it holds ink by hand, and between which rows.
struct HandNetwork: Sendable {
  /// What it says of a strip.
  struct Output: Sendable {
    /// Of each column the probabilities of the symbols; the last one stands for none.
    var symbols: [[Float]]
    /// Of each column the probability that it holds ink by hand.
    var ink: [Float]
    /// Rows of the strip between which that ink lies.
    var top, bottom: Float
    /// Probabilities of writing by hand, print, a blank, and what is not to be read.
    var hand, print, blank, reject: Float
  }

  let weights: HandWeights

  private static let squares = ["square1", "square2", "square3", "square4"]
  private static let rows = ["row1", "row2", "row3"]

  /// Whether these are layers of such a network, of any widths that fit each other.
  static func fits(_ weights: HandWeights) -> Bool {
    var inputs = 1
    for name in squares + rows {
      guard let layer = weights.layers[name], layer.inputs == inputs else { return false }
      // Two rows are left of the strip when its columns are laid side by side.
      inputs = layer.outputs * (name == squares.last ? 2 : 1)
      guard layer.outputs % 8 == 0 else { return false }
    }
    guard let frame = weights.layers["frame"], let kind = weights.layers["kind"] else { return false }
    return frame.inputs == inputs && frame.outputs == 16 && kind.inputs == 2 * inputs && kind.outputs == 4
      && weights.symbols.count + 4 <= 16
  }

  func run(_ strip: HandStrip) -> Output {
    var map = FeatureMap(
      height: HandStrip.height, width: HandStrip.width, channels: 1, values: strip.values)
    map = map.convolved(layer("square1")).pooled(down: 2, across: 2)
    for name in Self.squares.dropFirst() {
      map = map.convolved(layer(name)).pooled(down: 2, across: 1)
    }
    map = map.flattened()
    for name in Self.rows { map = map.convolved(layer(name)) }
    let frames = map.convolved(layer("frame"), cutsNegative: false)
    let kind = Self.shares(map.summary().convolved(layer("kind"), cutsNegative: false).values[..<4])
    return output(frames, kind)
  }

  private func layer(_ name: String) -> HandWeights.Layer { weights.layers[name]! }

  private func output(_ frames: FeatureMap, _ kind: [Float]) -> Output {
    let count = weights.symbols.count + 1
    let rows = (0..<frames.width).map { frames.values[$0 * frames.channels..<($0 + 1) * frames.channels] }
    let ink = rows.map { Self.chance($0[$0.startIndex + count]) }
    return Output(
      symbols: rows.map { Self.shares($0.prefix(count)) }, ink: ink,
      top: Self.mean(rows.map { $0[$0.startIndex + count + 1] }, by: ink),
      bottom: Self.mean(rows.map { $0[$0.startIndex + count + 2] }, by: ink), hand: kind[0], print: kind[1],
      blank: kind[2], reject: kind[3])
  }

  private static func chance(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

  /// Of what the columns with ink say, as a row.
  private static func mean(_ scores: [Float], by ink: [Float]) -> Float {
    let sum = zip(scores, ink).reduce(0) { $0 + chance($1.0) * $1.1 }
    return Float(HandStrip.height) * sum / max(1, ink.reduce(0, +))
  }

  /// Softmax.
  private static func shares(_ scores: ArraySlice<Float>) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
