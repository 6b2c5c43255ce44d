import Foundation
import SoHoa
import SoHoaModel
import SoHoaStructure

extension Harness {
  /// Text as the pages of a file: parted into documents, each with its structure and record.
  static let structure = Harness(name: "structure") { data in
    let text = String(decoding: data, as: UTF8.self)
    guard let pages = try? RecordTrial.pages(text) else { return [] }
    var faults = Faults()
    let parts = try splitter.get().split(pages)
    // A page on which one document ends and the next begins belongs to both.
    let numbers = parts.flatMap(\.numbers)
    faults.unless(
      numbers == numbers.sorted() && Set(numbers) == Set(pages.map(\.number)), "pages \(numbers) in documents"
    )
    let structure = try trial.get().structure(pages)
    let extraction = try trial.get().extraction(pages, structure)
    try faults.unlessKept(structure)
    try faults.unlessKept(extraction.record)
    return faults.all + RecordTrial.faults(pages, structure, extraction)
  }

  private static let trial = Result { try RecordTrial(dictionaries: dictionaries) }
  private static let splitter = Result { try DocumentSplitter(dictionaries: dictionaries) }
}
