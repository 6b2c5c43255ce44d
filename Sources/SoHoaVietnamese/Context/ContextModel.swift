import Foundation
import SoHoaDictionaries

/// A small neural model of wide context, mapped from its file: which of a few readings fits best between
/// the words around it and in a text about this.
public final class ContextModel: @unchecked Sendable {
  private let file: MappedFile
  let shape: ContextShape
  let topicWeights: TopicWeights
  let features: UnsafePointer<Float>
  let hiddenBias: UnsafePointer<Float>
  private let matrices: UnsafePointer<Float>
  private let inputScales: UnsafePointer<Float>
  private let outputScales: UnsafePointer<Float>
  private let outputBias: UnsafePointer<Float>
  private let inputs: UnsafePointer<Int8>
  private let outputs: UnsafePointer<Int8>

  /// - Throws: `NGramModelError` if the file is no model, is damaged, or belongs to another lexicon;
  ///   `DictionaryError` if it cannot be read.
  public init(contentsOf url: URL, lexicon: Lexicon) throws {
    file = try MappedFile(url)
    let shape = try ContextFile.shape(file.bytes, path: url.path, lexicon: lexicon)
    let base = file.bytes.baseAddress!
    func at<T>(_ section: ContextFile.Section, _ type: T.Type = T.self) -> UnsafePointer<T> {
      (base + ContextFile.offset(section, shape)).assumingMemoryBound(to: T.self)
    }
    self.shape = shape
    topicWeights = TopicWeights(lexicon)
    features = at(.features)
    hiddenBias = at(.hiddenBias)
    matrices = at(.matrices)
    inputScales = at(.inputScales)
    outputScales = at(.outputScales)
    outputBias = at(.outputBias)
    inputs = at(.inputs)
    outputs = at(.outputs)
  }

  /// Adds a word, as it is seen in one of the slots, to a context.
  func add(_ word: UInt16, slot: Int, to context: UnsafeMutablePointer<Float>) {
    let row = inputs + Int(word) * shape.inputs
    let scale = inputScales[Int(word)]
    let matrix = matrices + slot * shape.slotSize
    for input in 0..<shape.inputs {
      Floats.add(
        matrix + input * shape.hidden, times: Float(row[input]) * scale, to: context, shape.hidden)
    }
  }

  func add(topic: UnsafePointer<Float>, to context: UnsafeMutablePointer<Float>) {
    let matrix = matrices + (shape.slots - 1) * shape.slotSize
    for input in 0..<shape.inputs {
      Floats.add(matrix + input * shape.hidden, times: topic[input], to: context, shape.hidden)
    }
  }

  /// Adds a word times a factor to a heap of words.
  func add(_ word: UInt16, times factor: Float, toTopic topic: UnsafeMutablePointer<Float>) {
    let row = inputs + Int(word) * shape.inputs
    Floats.add(row, times: inputScales[Int(word)] * factor, to: topic, shape.inputs)
  }

  /// How well a word fits a context.
  func likeness(_ word: UInt16, _ context: UnsafePointer<Float>) -> Float {
    let row = outputs + Int(word) * shape.hidden
    return Floats.dot(row, context, shape.hidden) * outputScales[Int(word)] + outputBias[Int(word)]
  }
}
