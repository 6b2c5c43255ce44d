import Foundation
import SoHoaDictionaries

/// The learned numbers of the hand reader (`make handwriting`, dictionaries/handwriting.bin): a line of JSON that
/// tells the layers, then of each its weights, [kernel][input][output], and its biases, 16 bits a number.
struct HandWeights: Sendable {
  /// One convolution; outputs are kept in eights, missing ones zero.
  struct Layer: Sendable {
    let height, width, inputs, outputs, dilation: Int
    /// Eights of outputs.
    let blocks: Int
    let weights, biases: [SIMD8<Float>]
  }

  static let file = "handwriting.bin"

  let symbols: [Character]
  let layers: [String: Layer]

  private struct Head: Codable {
    struct Shape: Codable {
      let name: String
      let height, width, inputs, outputs, dilation: Int
    }
    let version: Int
    let symbols: String
    let layers: [Shape]
  }

  /// - Throws: `DictionaryError` if the file is missing or not what it says.
  init(_ folder: DictionaryFolder) throws(DictionaryError) {
    let path = folder.file(Self.file).path
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    guard let end = data.firstIndex(of: 10), data.count < Self.mostBytes,
      let head = try? JSONDecoder().decode(Head.self, from: data[..<end]), head.version == 2
    else { throw .malformed(path: path, line: 1, reason: "no weights of a hand reader") }
    var numbers = HalfNumbers(bytes: [UInt8](data[(end + 1)...]))
    var layers: [String: Layer] = [:]
    for shape in head.layers {
      guard let layer = Self.layer(shape, &numbers) else {
        throw .malformed(path: path, line: 2, reason: "too few numbers for the layer \(shape.name)")
      }
      layers[shape.name] = layer
    }
    symbols = Array(head.symbols)
    self.layers = layers
    guard HandNetwork.fits(self) else {
      throw .malformed(path: path, line: 1, reason: "weights of another network")
    }
  }

  private static let mostBytes = 4_000_000

  private static func layer(_ shape: Head.Shape, _ numbers: inout HalfNumbers) -> Layer? {
    let sizes = [shape.height, shape.width, shape.inputs, shape.outputs, shape.dilation]
    guard sizes.allSatisfy({ (1...4096).contains($0) }) else { return nil }
    let rows = shape.height * shape.width * shape.inputs
    guard let weights = numbers.rows(rows, of: shape.outputs), let biases = numbers.rows(1, of: shape.outputs)
    else { return nil }
    return Layer(
      height: shape.height, width: shape.width, inputs: shape.inputs, outputs: shape.outputs,
      dilation: shape.dilation, blocks: (shape.outputs + 7) / 8, weights: weights, biases: biases)
  }
}

/// Numbers of 16 bits, little endian, one after the other.
private struct HalfNumbers {
  let bytes: [UInt8]
  private var next = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Rows of so many numbers, each filled up with zeros to eights.
  mutating func rows(_ count: Int, of length: Int) -> [SIMD8<Float>]? {
    guard count <= bytes.count, next + 2 * count * length <= bytes.count else { return nil }
    let blocks = (length + 7) / 8
    var rows = [SIMD8<Float>](repeating: .zero, count: count * blocks)
    for row in 0..<count {
      for column in 0..<length {
        rows[row * blocks + column / 8][column % 8] = Self.number(bytes[next], bytes[next + 1])
        next += 2
      }
    }
    return rows
  }

  /// IEEE 754 binary16.
  private static func number(_ low: UInt8, _ high: UInt8) -> Float {
    let bits = UInt32(high) << 8 | UInt32(low)
    let (exponent, fraction) = ((bits >> 10) & 31, bits & 1023)
    let size: Float =
      exponent == 0
      ? Float(fraction) / 16_777_216 : Float(bitPattern: (exponent + 112) << 23 | fraction << 13)
    return bits & 0x8000 == 0 ? size : -size
  }
}
