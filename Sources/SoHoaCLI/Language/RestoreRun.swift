import Foundation
import SoHoaVietnamese

/// One run of `sohoa restore`: pieces of the input in, restored blocks out.
struct RestoreRun {
  let input: RestoreInput
  var decoding: ByteDecoding
  var stream: RestorationStream
  let output: any RestoreOutput
  let explains: Bool
  private var foreignLines: [Int] = []

  init(
    input: RestoreInput, decoding: ByteDecoding, stream: RestorationStream, output: any RestoreOutput,
    explains: Bool
  ) {
    self.input = input
    self.decoding = decoding
    self.stream = stream
    self.output = output
    self.explains = explains
  }

  mutating func run() throws {
    while let data = try input.next() { try write(stream.add(text(data))) }
    try write(stream.add(text(nil)))
    guard decoding.count > 0 else {
      throw RestoreMessage.failure("\(input.name): is empty; there is nothing to restore", code: 2)
    }
    try write(stream.finish())
    try written { try output.finish(encodings: stream.runs) }
    RestoreNotes(name: input.name, decoding: decoding, runs: stream.runs, foreignLines: foreignLines).say()
  }

  /// - Parameter data: nil at the end.
  private mutating func text(_ data: Data?) throws -> String {
    do throws(TextDecoding.Failure) {
      guard let data else { return try decoding.finish() }
      return try decoding.add(data)
    } catch {
      throw switch error {
      case .binary(let offset):
        RestoreMessage.failure(
          "\(input.name): no text (byte \(offset)); for scans and PDF use sohoa convert", code: 2)
      case .brokenUTF16:
        RestoreMessage.failure(
          "\(input.name): broken UTF-16 (odd number of bytes); save it as UTF-8", code: 2)
      }
    }
  }

  private mutating func write(_ blocks: [RestoredBlock]) throws {
    for block in blocks {
      if block.isForeign { foreignLines.append(block.firstLine) }
      if explains { RestoreExplanation.write(block.tokens) }
      try written { try output.write(block) }
    }
  }

  private func written(_ body: () throws -> Void) throws {
    do { try body() } catch {
      throw RestoreMessage.failure(
        "standard output: \(error); the reader at the other end has gone, or the disk is full", code: 4)
    }
  }
}

/// What is to be known of the input, on standard error.
struct RestoreNotes {
  let name: String
  let decoding: ByteDecoding
  let runs: [TranscodedText.Run]
  let foreignLines: [Int]

  func say() {
    if let first = decoding.replaced.first {
      let places = decoding.replaced.prefix(5).map(String.init).joined(separator: ", ")
      let more = decoding.replacedCount > 5 ? " ..." : ""
      RestoreMessage.say(
        "\(name): \(decoding.replacedCount) places are no \(decoding.form.rawValue), the first at offset "
          + "\(first) (bytes \(places)\(more)); replaced by U+FFFD; look there, or save the file as UTF-8")
    }
    for encoding in TranscodedText.encodings(of: runs) {
      let own = runs.filter { $0.encoding == encoding }
      RestoreMessage.say(
        "\(name): lines \(own[0].lines.lowerBound) to \(own.last!.lines.upperBound) are "
          + "\(encoding.name)\(own.count > 1 ? ", in \(own.count) runs" : ""); read as Unicode "
          + "(--no-decode leaves them)")
    }
    if let line = foreignLines.first {
      RestoreMessage.say(
        "\(name): the text from line \(line) on is not Vietnamese; left as it is (--channel restores it "
          + "all the same)")
    }
  }
}
