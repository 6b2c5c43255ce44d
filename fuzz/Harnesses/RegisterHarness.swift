import Foundation

@testable import SoHoaRegisters

extension Harness {
  /// Registers that people have had in hand: tables of comma-separated values, and parts of workbooks.
  static let register = Harness(name: "register") { data in
    var faults = Faults()
    for separator in ",;\t".utf8 {
      var (lines, count) = (CSVLines(data, separator: separator), 0)
      while lines.next() != nil { count += 1 }
      faults.unless(count <= data.count, "more rows than bytes")
    }
    if let book = try? CSVRegister(data, path: "register.csv", form: try form.get()) {
      faults.unless(book.encoded() == data, "a register that nobody added to has changed")
    }
    checkTags(data, &faults)
    return faults.all
  }

  private static let form = Result { try RegisterForm(.arrivals, dictionaries: dictionaries) }

  private static func checkTags(_ data: Data, _ faults: inout Faults) {
    data.withUnsafeBytes { raw in
      var (scanner, end) = (XMLScanner(raw.bindMemory(to: UInt8.self)), 0)
      while let tag = scanner.next() {
        faults.unless(tag.range.lowerBound >= end && tag.range.upperBound <= data.count, "tags overlap")
        end = tag.range.upperBound
      }
    }
  }
}
