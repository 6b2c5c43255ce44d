import Foundation
import Testing

@testable import SoHoaRegisters

@Suite struct LinkTests {
  /// A link breaks no line in LibreOffice, so that what stands behind the first is cut.
  @Test(
    "the link is never on the note or the title",
    arguments: [
      (RegisterForm.Kind.arrivals, [RegisterValue.number, .author], "D5"), (.arrivals, [.author], "C5"),
      (.arrivals, [], "D5"), (.issued, [], "A5"), (.handling, [.number, .author], "A5"),
    ])
  func place(_ kind: RegisterForm.Kind, _ filled: [RegisterValue], _ cell: String) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let register = try shelf.register("register.xlsx", kind)
    var entry = Shelf.entry(86)
    for value in [RegisterValue.number, .author] where !filled.contains(value) { entry.cells[value] = nil }
    _ = try register.enter([entry])
    let told = try Reader.openpyxl(
      register.url,
      """
      sheet = book.worksheets[0]
      print([cell.coordinate for row in sheet for cell in row if cell.hyperlink])
      """)
    #expect(told == ["['\(cell)']"])
  }
}
