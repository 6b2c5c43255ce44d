import Foundation

/// The numbers that the context model learns.
///
/// A context is the sum, over the places around a word, of the word there through a matrix of that place,
/// and of the topic through another, with negative sums cut off; a reading scores by its likeness to it.
final class ContextNetwork {
  let shape: ContextShape
  /// words × inputs.
  let inputs: UnsafeMutablePointer<Float>
  /// words × hidden.
  let outputs: UnsafeMutablePointer<Float>
  let outputBias: UnsafeMutablePointer<Float>
  /// slots × inputs × hidden.
  let matrices: UnsafeMutablePointer<Float>
  let hiddenBias: UnsafeMutablePointer<Float>
  let features: UnsafeMutablePointer<Float>

  init(_ shape: ContextShape, seed: UInt64) {
    self.shape = shape
    inputs = Floats.zeros(shape.words * shape.inputs)
    outputs = Floats.zeros(shape.words * shape.hidden)
    outputBias = Floats.zeros(shape.words)
    matrices = Floats.zeros(shape.slots * shape.slotSize)
    hiddenBias = Floats.zeros(shape.hidden)
    features = Floats.zeros(ContextShape.features)
    features[0] = 1
    var random = SplitMix(seed: seed)
    fill(inputs, shape.words * shape.inputs, 0.3, &random)
    fill(outputs, shape.words * shape.hidden, 0.05, &random)
    fill(matrices, shape.slots * shape.slotSize, 0.05, &random)
  }

  deinit { for row in [inputs, outputs, outputBias, matrices, hiddenBias, features] { row.deallocate() } }

  private func fill(_ row: UnsafeMutablePointer<Float>, _ count: Int, _ size: Float, _ random: inout SplitMix)
  {
    for index in 0..<count { row[index] = (Float(random.unit()) * 2 - 1) * size }
  }
}
