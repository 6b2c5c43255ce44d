import Foundation

/// The layout of `context.bin`, little endian, every section at a multiple of 64 bytes: magic, version,
/// checksum of all that follows it, checksum of the lexicon, the five sizes of the shape, then the sections
/// in the order of `Section`. Rows of words are eight-bit with a scale each.
enum ContextFile {
  static let magic: UInt64 = 0x314C_444D_5843_4853  // "SHCXMDL1"
  static let version: UInt64 = 1
  static let headerSize = 128

  enum Section: Int, CaseIterable {
    case features, hiddenBias, matrices, inputScales, outputScales, outputBias, inputs, outputs
  }

  static func size(_ section: Section, _ shape: ContextShape) -> Int {
    let raw =
      switch section {
      case .features: ContextShape.features * 4
      case .hiddenBias: shape.hidden * 4
      case .matrices: shape.slots * shape.slotSize * 4
      case .inputScales, .outputScales, .outputBias: shape.words * 4
      case .inputs: shape.words * shape.inputs
      case .outputs: shape.words * shape.hidden
      }
    return (raw + 63) / 64 * 64
  }

  static func offset(_ section: Section, _ shape: ContextShape) -> Int {
    Section.allCases.prefix(section.rawValue).reduce(headerSize) { $0 + size($1, shape) }
  }

  static func total(_ shape: ContextShape) -> Int { offset(.outputs, shape) + size(.outputs, shape) }

  static func bytes(_ network: ContextNetwork, lexicon: UInt64) -> Data {
    let shape = network.shape
    var body = [UInt8](repeating: 0, count: total(shape))
    let inputs = rows(network.inputs, shape.words, shape.inputs)
    let outputs = rows(network.outputs, shape.words, shape.hidden)
    func put<T>(_ section: Section, _ values: some Collection<T>) {
      let place = offset(section, shape)
      Array(values).withUnsafeBytes { body.replaceSubrange(place..<place + $0.count, with: $0) }
    }
    put(.features, UnsafeBufferPointer(start: network.features, count: ContextShape.features))
    put(.hiddenBias, UnsafeBufferPointer(start: network.hiddenBias, count: shape.hidden))
    put(.matrices, UnsafeBufferPointer(start: network.matrices, count: shape.slots * shape.slotSize))
    put(.inputScales, inputs.scales)
    put(.outputScales, outputs.scales)
    put(.outputBias, UnsafeBufferPointer(start: network.outputBias, count: shape.words))
    put(.inputs, inputs.codes)
    put(.outputs, outputs.codes)
    let sizes = [shape.words, shape.inputs, shape.hidden, shape.reach, shape.topicReach].map { UInt64($0) }
    for (place, number) in ([magic, version, 0, lexicon] + sizes).enumerated() { store(number, place, &body) }
    let checksum = body.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[24...])) }
    store(checksum, 2, &body)
    return Data(body)
  }

  private static func store(_ number: UInt64, _ place: Int, _ body: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { body.replaceSubrange(place * 8..<place * 8 + 8, with: $0) }
  }

  private static func rows(
    _ values: UnsafeMutablePointer<Float>, _ count: Int, _ width: Int
  ) -> (scales: [Float], codes: [Int8]) {
    var scales: [Float] = []
    var codes: [Int8] = []
    codes.reserveCapacity(count * width)
    for row in 0..<count {
      let numbers = UnsafeBufferPointer(start: values + row * width, count: width)
      let most = numbers.reduce(Float(0)) { max($0, abs($1)) }
      let scale = most / 127
      scales.append(scale)
      codes += numbers.map { scale > 0 ? Int8(($0 / scale).rounded()) : 0 }
    }
    return (scales, codes)
  }

  /// The shape that a file tells, after all checks.
  static func shape(
    _ bytes: UnsafeRawBufferPointer, path: String, lexicon: Lexicon
  ) throws(NGramModelError) -> ContextShape {
    func number(_ place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self) }
    guard bytes.count >= headerSize, number(0) == magic else { throw .notAModel(path: path) }
    guard number(1) == version else { throw .wrongVersion(path: path, found: number(1)) }
    let sizes = (4...8).map(number)
    guard sizes.allSatisfy({ $0 > 0 && $0 <= 1 << 16 }), sizes[1] % 16 == 0, sizes[2] % 16 == 0 else {
      throw .damaged(path: path, reason: "impossible sizes")
    }
    let shape = ContextShape(
      words: Int(sizes[0]), inputs: Int(sizes[1]), hidden: Int(sizes[2]), reach: Int(sizes[3]),
      topicReach: Int(sizes[4]))
    guard total(shape) == bytes.count else {
      throw .damaged(path: path, reason: "\(bytes.count) bytes, not \(total(shape))")
    }
    guard Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[24...])) == number(2) else {
      throw .damaged(path: path, reason: "checksum")
    }
    guard number(3) == lexicon.checksum, shape.words == lexicon.count + Lexicon.reserved else {
      throw .lexiconMismatch(path: path)
    }
    return shape
  }
}
