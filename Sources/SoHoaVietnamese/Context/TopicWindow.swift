/// The heap of words around a place that moves forward through a text.
struct TopicWindow: ~Copyable {
  private let model: ContextModel
  private let words: [UInt16]
  private let sum: UnsafeMutablePointer<Float>
  private let mean: UnsafeMutablePointer<Float>
  private var size: Float = 0
  private var range = 0..<0

  init(_ model: ContextModel, _ words: [UInt16]) {
    self.model = model
    self.words = words
    sum = Floats.zeros(model.shape.inputs)
    mean = Floats.zeros(model.shape.inputs)
  }

  deinit {
    sum.deallocate()
    mean.deallocate()
  }

  /// The mean of the words around a position, without the word there. Positions must not go back.
  mutating func topic(at position: Int) -> UnsafePointer<Float> {
    let reach = model.shape.topicReach
    let wanted = max(0, position - reach)..<min(words.count, position + reach + 1)
    for place in max(range.upperBound, wanted.lowerBound)..<wanted.upperBound { put(place, 1) }
    for place in range.lowerBound..<max(range.lowerBound, min(wanted.lowerBound, range.upperBound)) {
      put(place, -1)
    }
    range = wanted
    return withoutOwn(position)
  }

  private mutating func put(_ place: Int, _ sign: Float) {
    let weight = model.topicWeights.values[Int(words[place])]
    guard weight > 0 else { return }
    model.add(words[place], times: sign * weight, toTopic: sum)
    size += sign * weight
  }

  private func withoutOwn(_ position: Int) -> UnsafePointer<Float> {
    let count = model.shape.inputs
    let own = model.topicWeights.values[Int(words[position])]
    mean.update(from: sum, count: count)
    if own > 0 { model.add(words[position], times: -own, toTopic: mean) }
    for input in 0..<count { mean[input] /= 1 + size - own }
    return UnsafePointer(mean)
  }
}
