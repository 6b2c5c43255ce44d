import Foundation

@testable import SoHoaImaging
@testable import SoHoaPDF

extension Harness {
  /// Content streams of pages, by both readers that we have: that of acquisition and that of the text layer.
  static let content = Harness(name: "content") { data in
    var faults = Faults()
    var end = 0
    for operation in ContentReader(data) {
      faults.unless(operation.range.lowerBound >= end, "an operation before the end of the last")
      faults.unless(operation.range.upperBound <= data.count, "an operation beyond the end")
      end = operation.range.upperBound
    }
    let count = data.withUnsafeBytes { tokens($0.bindMemory(to: UInt8.self)) }
    faults.unless(count <= data.count, "more tokens than bytes")
    return faults.all
  }

  private static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (lexer, count) = (PDFContentLexer(bytes), 0)
    while let token = lexer.next(), count <= bytes.count {
      count += 1
      if token == .operation("ID") { lexer.skipImageData() }
    }
    return count
  }
}
