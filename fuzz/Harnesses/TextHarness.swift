import Foundation
import SoHoaImaging
import SoHoaModel

@testable import SoHoa

extension Harness {
  /// Text files: their encodings, old ones as well, their pages and words.
  static let text = Harness(name: "text") { data in
    guard MediaType.recognise(data) == .text,
      let file = try? InputFile(data: data, name: "text", legacy: encodings)
    else { return [] }
    var faults = Faults()
    for number in file.pageNumbers {
      guard case .words(let page) = file.page(number).content else { return ["page \(number) has no words"] }
      try check(page, number, &faults)
    }
    return faults.all
  }

  private static let encodings = EncodingReader(dictionaries: dictionaries)

  private static func check(_ page: Page, _ number: Int, _ faults: inout Faults) throws {
    let words = page.words
    faults.unless(page.number == number, "page \(number) says that it is \(page.number)")
    faults.unless(Set(words.map(\.id)).count == words.count, "two words have one id")
    faults.unless(words.allSatisfy { !$0.text.isEmpty }, "a word is empty")
    try faults.unlessKept(page)
  }
}
