import Foundation
import SoHoaModel

/// Puts text layers on the pages of a document, all in one font.
struct TextLayerWriter {
  private let document: QPDFDocument
  private let fontID: Int
  private var font = GlyphlessFont()

  init(_ document: QPDFDocument) {
    self.document = document
    fontID = document.indirect(document.dictionary()).id
  }

  /// In place of what was read before. The text comes before everything else on the page, where no other content
  /// has moved the plane.
  mutating func add(_ page: Page) {
    guard let sheet = document.page(page.number), let box = PageBox(sheet) else { return }
    let rest = page.isDecoded ? .visible : OldTextLayer.remove(from: sheet, box)
    let resource = Self.freeName(sheet)
    guard let content = TextLayer(page, on: box)?.content(&font, resource: resource) else { return }
    let before = sheet["Contents"]?.oneOrMore ?? []
    sheet["Contents"] = document.array(
      [document.stream(content)] + (rest == .visible ? silenced(before) : before))
    addFont(to: sheet, as: resource)
  }

  /// Text that is seen and stays, although nobody can read it by machine: it says nothing when it is copied.
  private func silenced(_ contents: [PDFValue]) -> [PDFValue] {
    [document.stream(Data("/Span << /ActualText () >> BDC\n".utf8))] + contents
      + [document.stream(Data("\nEMC\n".utf8))]
  }

  /// Once all pages have their text.
  func finish() {
    guard let object = document.object(fontID) else { return }
    font.write(to: object)
  }

  /// Resources may belong to many pages: this one gets its own.
  private func addFont(to sheet: PDFValue, as resource: String) {
    let resources = sheet.inherited("Resources")?.copied() ?? document.dictionary()
    let fonts = resources["Font"]?.copied() ?? document.dictionary()
    fonts[resource] = document.object(fontID)
    resources["Font"] = fonts
    sheet["Resources"] = resources
  }

  private static func freeName(_ sheet: PDFValue) -> String {
    let taken = Set(sheet.inherited("Resources")?["Font"]?.keys ?? [])
    return (0...taken.count).lazy.map { "SoHoa\($0)" }.first { !taken.contains($0) }!
  }
}
