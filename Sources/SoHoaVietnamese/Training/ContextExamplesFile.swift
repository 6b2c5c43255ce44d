import Foundation
import SoHoaDictionaries

/// Keeps examples between the steps of a build; not for shipping.
extension ContextExamples {
  private static let magic: UInt64 = 0x3150_4D58_4548_53

  public var bytes: Data {
    var data = Data()
    for number in [Self.magic, UInt64(words.count), UInt64(options.count), UInt64(examples.count)] {
      withUnsafeBytes(of: number) { data.append(contentsOf: $0) }
    }
    examples.withUnsafeBytes { data.append(contentsOf: $0) }
    options.withUnsafeBytes { data.append(contentsOf: $0) }
    words.withUnsafeBytes { data.append(contentsOf: $0) }
    return data
  }

  public init(contentsOf url: URL) throws(DictionaryError) {
    guard let data = try? Data(contentsOf: url), data.count >= 32 else { throw .unreadable(path: url.path) }
    let numbers = data.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self).prefix(4)) }
    let sizes = [
      Int(numbers[3]) * MemoryLayout<Example>.stride, Int(numbers[2]) * MemoryLayout<ContextOption>.stride,
      Int(numbers[1]) * 2,
    ]
    guard numbers[0] == Self.magic, 32 + sizes.reduce(0, +) == data.count else {
      throw .malformed(path: url.path, line: 0, reason: "no examples of the context model")
    }
    self.init()
    data.withUnsafeBytes { bytes in
      examples = Array(
        UnsafeRawBufferPointer(rebasing: bytes[32..<32 + sizes[0]]).bindMemory(to: Example.self))
      let options = 32 + sizes[0]
      self.options = Array(
        UnsafeRawBufferPointer(rebasing: bytes[options..<options + sizes[1]]).bindMemory(
          to: ContextOption.self))
      words = Array(
        UnsafeRawBufferPointer(rebasing: bytes[(options + sizes[1])...]).bindMemory(to: UInt16.self))
    }
  }
}
