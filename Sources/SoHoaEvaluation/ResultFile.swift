import Foundation
import SoHoaModel

/// A file in a folder of results: `NAME.json` as `sohoa convert` writes it, or `NAME.txt`, the plain text of
/// any program, where there is no `NAME.json` beside it.
struct ResultFile {
  /// Without extension.
  let name: String
  private let url: URL

  static func all(in folder: URL) throws(EvaluationError) -> [ResultFile] {
    let records = try FolderListing.files(in: folder, suffix: ".json").map { Self($0, suffix: ".json") }
    let texts = try FolderListing.files(in: folder, suffix: ".txt").map { Self($0, suffix: ".txt") }
    let stems = Set(records.map { $0.url.deletingPathExtension() })
    return records + texts.filter { !stems.contains($0.url.deletingPathExtension()) }
  }

  private init(_ url: URL, suffix: String) {
    self.url = url
    name = String(url.lastPathComponent.dropLast(suffix.count))
  }

  func read() throws(EvaluationError) -> ResultText {
    do {
      let data = try Data(contentsOf: url)
      if url.pathExtension == "txt" { return ResultText(plain: String(decoding: data, as: UTF8.self)) }
      return ResultText(try JSONDecoder().decode(ConvertedFile.self, from: data))
    } catch {
      throw .malformed(url.path, "\(error)")
    }
  }
}

/// What is judged of a result: its text, page by page, before and after restoration, and its facts.
struct ResultText {
  struct Page {
    let number: Int
    let observed, restored: String
  }

  let pages: [Page]
  /// Nil where the result is nothing but text.
  let facts: [FactSheet]?

  init(_ file: ConvertedFile) {
    facts = FactSheet.all(result: file)
    pages = file.pages.map { page in
      let blocks = page.blocks.filter { !$0.isFurniture }
      return Page(
        number: page.number, observed: blocks.map { $0.text(by: \.observed.text) }.joined(separator: "\n"),
        restored: blocks.map { $0.text(by: \.text) }.joined(separator: "\n"))
    }
  }

  /// - Parameter plain: form feeds between pages.
  init(plain: String) {
    facts = nil
    pages = plain.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated().map {
      Page(number: $0 + 1, observed: String($1), restored: String($1))
    }
  }

  /// - Parameter page: nil for all.
  func text(of page: Int?, _ stage: KeyPath<Page, String>) -> String {
    pages.filter { page == nil || $0.number == page }.map { $0[keyPath: stage] }.joined(separator: "\n")
  }
}

extension Block {
  /// Line by line, the lines of a table's cell joined: so the truth has them.
  fileprivate func text(by reading: (Word) -> String) -> String {
    lineRuns.map { run in
      lines[run].reduce(into: "") { text, line in
        let next = line.words.map(reading).filter { !$0.isEmpty }.joined(separator: " ")
        let separator =
          table == nil ? "\n" : LineEnd.separator(after: text, before: next.prefix { $0 != " " })
        text += separator + next
      }
    }.joined(separator: "\n")
  }
}
