import Foundation

/// Learns a context model from examples: gradient descent on the probability of the right reading, with
/// steps that shrink for what was moved often (Duchi, Hazan and Singer, "Adaptive subgradient methods",
/// 2011). One thread and a seed: the same examples give the same model.
public final class ContextTrainer {
  struct Settings {
    var rounds = 2
    var rate: Float = 0.05
    /// Examples between two steps of the matrices.
    var batch = 32
    /// Share of the words around that are hidden, so that none is relied upon.
    var hiding = 0.2
    var seed: UInt64 = 1
  }

  let network: ContextNetwork
  private let shape: ContextShape
  private let settings: Settings
  private let weights: [Float]
  private let examples: ContextExamples
  private var random: SplitMix

  // Sums of squared gradients: one a row of words, one a number elsewhere.
  private var inputSquares: [Float]
  private var outputSquares: [Float]
  private var biasSquares: [Float]
  private let matrixGradient: UnsafeMutablePointer<Float>
  private let matrixSquares: UnsafeMutablePointer<Float>
  private let hiddenGradient: UnsafeMutablePointer<Float>
  private let hiddenSquares: UnsafeMutablePointer<Float>
  private var featureSquares = [Float](repeating: 1, count: ContextShape.features)

  // Of the example at hand.
  private let rows: UnsafeMutablePointer<Float>
  private let hidden: UnsafeMutablePointer<Float>
  private let hiddenError: UnsafeMutablePointer<Float>
  private let inputError: UnsafeMutablePointer<Float>
  private var seen: [Int]
  private var topicSize: Float = 1
  private var probabilities = [Float](repeating: 0, count: ContextOptions.most)

  public convenience init(_ examples: ContextExamples, lexicon: Lexicon, rounds: Int) {
    var settings = Settings()
    settings.rounds = rounds
    self.init(examples, lexicon: lexicon, settings: settings)
  }

  init(_ examples: ContextExamples, lexicon: Lexicon, settings: Settings = .init()) {
    shape = ContextShape(words: lexicon.count + Lexicon.reserved)
    network = ContextNetwork(shape, seed: settings.seed)
    self.settings = settings
    self.examples = examples
    weights = TopicWeights(lexicon).values
    random = SplitMix(seed: settings.seed &+ 1)
    inputSquares = [Float](repeating: 1e-2, count: shape.words)
    outputSquares = inputSquares
    biasSquares = inputSquares
    let count = shape.slots * shape.slotSize
    matrixGradient = Floats.zeros(count)
    matrixSquares = Floats.zeros(count)
    hiddenGradient = Floats.zeros(shape.hidden)
    hiddenSquares = Floats.zeros(shape.hidden)
    for index in 0..<count { matrixSquares[index] = 1e-2 }
    for index in 0..<shape.hidden { hiddenSquares[index] = 1e-2 }
    rows = Floats.zeros(shape.slots * shape.inputs)
    hidden = Floats.zeros(shape.hidden)
    hiddenError = Floats.zeros(shape.hidden)
    inputError = Floats.zeros(shape.inputs)
    seen = [Int](repeating: -1, count: shape.slots)
  }

  deinit {
    for row in [
      matrixGradient, matrixSquares, hiddenGradient, hiddenSquares, rows, hidden, hiddenError, inputError,
    ] { row.deallocate() }
  }

  public struct Report: CustomStringConvertible {
    var loss = 0.0
    var right = 0
    var rightBefore = 0
    var count = 0

    public var description: String {
      func share(_ value: Double) -> String { String(format: "%.4f", value / Double(max(count, 1))) }
      return "\(count) examples, loss \(share(loss)), right \(share(Double(right)))"
        + " (the decoder \(share(Double(rightBefore))))"
    }
  }

  /// - Parameter told: called after each round with how it went on what was learned and on what was kept back.
  public func train(_ told: (Int, Report, Report) -> Void = { _, _, _ in }) {
    var order = examples.examples.indices.filter { !isKept($0) && isOpen($0) }
    let kept = examples.examples.indices.filter { isKept($0) && isOpen($0) }
    let total = Float(order.count * settings.rounds)
    var step = 0
    for round in 0..<settings.rounds {
      shuffle(&order)
      var report = Report()
      for (number, index) in order.enumerated() {
        let rate = settings.rate * (1 - Float(step) / total)
        forward(index, hiding: settings.hiding)
        count(index, &report)
        backward(index, rate)
        if number % settings.batch == settings.batch - 1 { moveMatrices(rate) }
        step += 1
      }
      told(round + 1, report, judged(kept))
    }
  }

  /// The bytes of the model file.
  public func bytes(lexicon: Lexicon) -> Data { ContextFile.bytes(network, lexicon: lexicon.checksum) }

  private func judged(_ kept: [Int]) -> Report {
    var report = Report()
    for index in kept {
      forward(index, hiding: 0)
      count(index, &report)
    }
    return report
  }

  /// One long stretch of words in fifty is kept back, to see whether what is learned holds in other documents.
  private func isKept(_ index: Int) -> Bool { examples.examples[index].position / 65_536 % 50 == 7 }

  private func isOpen(_ index: Int) -> Bool {
    examples.options[Int(examples.examples[index].start)].prior < -0.0101
  }

  private func shuffle(_ order: inout [Int]) {
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
  }

  private func count(_ index: Int, _ report: inout Report) {
    let example = examples.examples[index]
    let (right, options) = (Int(example.right), Int(example.count))
    report.count += 1
    report.loss -= Double(log(max(probabilities[right], 1e-9)))
    if (0..<options).allSatisfy({ $0 == right || probabilities[$0] < probabilities[right] }) {
      report.right += 1
    }
    if right == 0 { report.rightBefore += 1 }
  }

  // MARK: One example

  private func forward(_ index: Int, hiding: Double) {
    let example = examples.examples[index]
    read(Int(example.position), hiding)
    hidden.update(from: network.hiddenBias, count: shape.hidden)
    for slot in 0..<shape.slots where seen[slot] >= 0 {
      let row = rows + slot * shape.inputs
      let matrix = network.matrices + slot * shape.slotSize
      for input in 0..<shape.inputs {
        Floats.add(matrix + input * shape.hidden, times: row[input], to: hidden, shape.hidden)
      }
    }
    for unit in 0..<shape.hidden { hidden[unit] = max(hidden[unit], 0) }
    score(example)
  }

  private func score(_ example: ContextExamples.Example) {
    let count = Int(example.count)
    var most = -Float.infinity
    for place in 0..<count {
      let option = examples.options[Int(example.start) + place]
      let word = Int(option.word)
      probabilities[place] =
        network.features[0] * option.prior + network.features[1] * option.alone
        + network.features[2] * option.beside + network.outputBias[word]
        + Floats.dot(network.outputs + word * shape.hidden, hidden, shape.hidden)
      most = max(most, probabilities[place])
    }
    var sum: Float = 0
    for place in 0..<count {
      probabilities[place] = exp(probabilities[place] - most)
      sum += probabilities[place]
    }
    for place in 0..<count { probabilities[place] /= sum }
  }

  /// Fills `rows` with the words around a position, and the topic.
  private func read(_ position: Int, _ hiding: Double) {
    for slot in 0..<2 * shape.reach {
      let offset = slot < shape.reach ? slot - shape.reach : slot - shape.reach + 1
      let place = position + offset
      let isHidden = hiding > 0 && random.unit() < hiding
      guard examples.words.indices.contains(place), !isHidden else {
        seen[slot] = -1
        continue
      }
      seen[slot] = Int(examples.words[place])
      (rows + slot * shape.inputs).update(
        from: network.inputs + seen[slot] * shape.inputs, count: shape.inputs)
    }
    readTopic(position)
  }

  private func topicRange(_ position: Int) -> Range<Int> {
    max(0, position - shape.topicReach)..<min(examples.words.count, position + shape.topicReach + 1)
  }

  private func readTopic(_ position: Int) {
    let topic = rows + (shape.slots - 1) * shape.inputs
    topic.update(repeating: 0, count: shape.inputs)
    topicSize = 1
    for place in topicRange(position) where place != position {
      let word = Int(examples.words[place])
      guard weights[word] > 0 else { continue }
      Floats.add(network.inputs + word * shape.inputs, times: weights[word], to: topic, shape.inputs)
      topicSize += weights[word]
    }
    for input in 0..<shape.inputs { topic[input] /= topicSize }
    seen[shape.slots - 1] = 0
  }

  private func backward(_ index: Int, _ rate: Float) {
    let example = examples.examples[index]
    hiddenError.update(repeating: 0, count: shape.hidden)
    for place in 0..<Int(example.count) {
      let option = examples.options[Int(example.start) + place]
      moveOutput(option, probabilities[place] - (place == Int(example.right) ? 1 : 0), rate)
    }
    for unit in 0..<shape.hidden where hidden[unit] <= 0 { hiddenError[unit] = 0 }
    Floats.add(hiddenError, times: 1, to: hiddenGradient, shape.hidden)
    for slot in 0..<shape.slots where seen[slot] >= 0 {
      learn(slot)
      if slot < shape.slots - 1 {
        moveInput(seen[slot], 1, rate)
      } else {
        moveTopic(Int(example.position), rate)
      }
    }
  }

  private func moveOutput(_ option: ContextOption, _ error: Float, _ rate: Float) {
    let word = Int(option.word)
    let row = network.outputs + word * shape.hidden
    Floats.add(row, times: error, to: hiddenError, shape.hidden)
    outputSquares[word] += error * error * Floats.dot(hidden, hidden, shape.hidden) / Float(shape.hidden)
    Floats.add(hidden, times: -rate * error / outputSquares[word].squareRoot(), to: row, shape.hidden)
    biasSquares[word] += error * error
    network.outputBias[word] -= rate * error / biasSquares[word].squareRoot()
    for (feature, value) in [option.prior, option.alone, option.beside].enumerated() {
      featureSquares[feature] += error * error * value * value
      network.features[feature] -= rate * error * value / featureSquares[feature].squareRoot()
    }
  }

  /// Adds to the gradient of a slot's matrix; leaves in `inputError` what its row should change.
  private func learn(_ slot: Int) {
    let row = rows + slot * shape.inputs
    let matrix = network.matrices + slot * shape.slotSize
    let gradient = matrixGradient + slot * shape.slotSize
    for input in 0..<shape.inputs {
      inputError[input] = Floats.dot(matrix + input * shape.hidden, hiddenError, shape.hidden)
      Floats.add(hiddenError, times: row[input], to: gradient + input * shape.hidden, shape.hidden)
    }
  }

  private func moveInput(_ word: Int, _ factor: Float, _ rate: Float) {
    let size = Floats.dot(inputError, inputError, shape.inputs) * factor * factor / Float(shape.inputs)
    inputSquares[word] += size
    Floats.add(
      inputError, times: -rate * factor / inputSquares[word].squareRoot(),
      to: network.inputs + word * shape.inputs, shape.inputs)
  }

  private func moveTopic(_ position: Int, _ rate: Float) {
    for place in topicRange(position) where place != position {
      let word = Int(examples.words[place])
      if weights[word] > 0 { moveInput(word, weights[word] / topicSize, rate) }
    }
  }

  private func moveMatrices(_ rate: Float) {
    move(network.matrices, matrixGradient, matrixSquares, shape.slots * shape.slotSize, rate)
    move(network.hiddenBias, hiddenGradient, hiddenSquares, shape.hidden, rate)
  }

  private func move(
    _ row: UnsafeMutablePointer<Float>, _ gradient: UnsafeMutablePointer<Float>,
    _ squares: UnsafeMutablePointer<Float>, _ count: Int, _ rate: Float
  ) {
    typealias Lanes = Floats.Lanes
    let values = UnsafeMutableRawPointer(row).assumingMemoryBound(to: Lanes.self)
    let changes = UnsafeMutableRawPointer(gradient).assumingMemoryBound(to: Lanes.self)
    let sums = UnsafeMutableRawPointer(squares).assumingMemoryBound(to: Lanes.self)
    for index in 0..<count / 16 {
      let change = changes[index]
      sums[index] += change * change
      values[index] -= rate * change / sums[index].squareRoot()
      changes[index] = .zero
    }
  }
}
