/// Values on a grid: `height` x `width` places of `channels` numbers each, channels next to each other.
struct FeatureMap: Sendable {
  let height, width, channels: Int
  var values: [Float]

  init(height: Int, width: Int, channels: Int, values: [Float]) {
    precondition(values.count == height * width * channels, "feature map of the wrong size")
    self.height = height
    self.width = width
    self.channels = channels
    self.values = values
  }

  /// What a layer makes of it; beyond its edges there are zeros.
  ///
  /// - Parameter cutsNegative: values below zero become zero (ReLU).
  func convolved(_ layer: HandWeights.Layer, cutsNegative: Bool = true) -> FeatureMap {
    let outputs = layer.blocks * 8
    var result = [Float](repeating: 0, count: height * width * outputs)
    var sums = layer.biases
    layer.weights.withUnsafeBufferPointer { weights in
      values.withUnsafeBufferPointer { input in
        for y in 0..<height {
          for x in 0..<width {
            sums.withUnsafeMutableBufferPointer { sums in
              for block in 0..<layer.blocks { sums[block] = layer.biases[block] }
              add(layer, weights, input, at: (x, y), to: sums)
            }
            let at = (y * width + x) * outputs
            for index in 0..<outputs {
              let value = sums[index / 8][index % 8]
              result[at + index] = cutsNegative ? max(0, value) : value
            }
          }
        }
      }
    }
    return FeatureMap(height: height, width: width, channels: outputs, values: result)
  }

  /// Adds to the sums of one place what its neighbours give. Half of the inputs are zero: these cost nothing.
  @inline(__always)
  private func add(
    _ layer: HandWeights.Layer, _ weights: UnsafeBufferPointer<SIMD8<Float>>,
    _ input: UnsafeBufferPointer<Float>,
    at place: (x: Int, y: Int), to sums: UnsafeMutableBufferPointer<SIMD8<Float>>
  ) {
    for down in 0..<layer.height {
      let y = place.y + down - layer.height / 2
      guard y >= 0, y < height else { continue }
      for across in 0..<layer.width {
        let x = place.x + (across - layer.width / 2) * layer.dilation
        guard x >= 0, x < width else { continue }
        let from = (y * width + x) * channels
        var weight = (down * layer.width + across) * layer.inputs * layer.blocks
        for channel in 0..<layer.inputs {
          let value = input[from + channel]
          if value != 0 {
            for block in 0..<layer.blocks { sums[block] += weights[weight + block] * value }
          }
          weight += layer.blocks
        }
      }
    }
  }

  /// The largest value of each rectangle.
  func pooled(down: Int, across: Int) -> FeatureMap {
    let (high, wide) = (height / down, width / across)
    var result = [Float](repeating: -.infinity, count: high * wide * channels)
    for y in 0..<high * down {
      for x in 0..<wide * across {
        let (from, to) = ((y * width + x) * channels, (y / down * wide + x / across) * channels)
        for channel in 0..<channels {
          result[to + channel] = max(result[to + channel], values[from + channel])
        }
      }
    }
    return FeatureMap(height: high, width: wide, channels: channels, values: result)
  }

  /// One row, the channels of each column one row after the other.
  func flattened() -> FeatureMap {
    var result: [Float] = []
    result.reserveCapacity(values.count)
    for x in 0..<width {
      for y in 0..<height {
        result += values[(y * width + x) * channels..<(y * width + x + 1) * channels]
      }
    }
    return FeatureMap(height: 1, width: width, channels: height * channels, values: result)
  }

  /// Of each channel the largest value, then of each the mean.
  func summary() -> FeatureMap {
    var largest = [Float](repeating: -.infinity, count: channels)
    var mean = [Float](repeating: 0, count: channels)
    for place in 0..<height * width {
      for channel in 0..<channels {
        let value = values[place * channels + channel]
        largest[channel] = max(largest[channel], value)
        mean[channel] += value / Float(height * width)
      }
    }
    return FeatureMap(height: 1, width: 1, channels: 2 * channels, values: largest + mean)
  }
}
