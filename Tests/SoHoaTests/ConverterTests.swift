import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel
import Testing

@Suite struct ConverterTests {
  @Test("gives the same bytes for the same input", arguments: [1, 2])
  func isDeterministic(jobs: Int) async throws {
    let input = Input(.file(Fixtures.file("scans/plan-department.clean.tif")))
    let first = try OutputFormat.json.encode(await Fixtures.converter(jobs: jobs).convert(input))
    let second = try OutputFormat.json.encode(await Fixtures.converter(jobs: 1).convert(input))
    #expect(first == second)
  }

  @Test func decidesMixedPDFsPageByPage() async throws {
    let file = try await Fixtures.convert("scans/decree.mixed.pdf")
    #expect(file.pages.map(\.origin) == [.textLayer, .recognised, .recognised])
    #expect(file.documents.first?.record.number?.value?.full == "27/2026/QĐ-UBND")
  }

  @Test func recognisesEveryPageWhenTold() async throws {
    let file = try await Fixtures.convert("scans/decree.mixed.pdf", mode: .ocr)
    #expect(file.pages.allSatisfy { $0.origin == .recognised })
  }

  @Test func takesOnlyTheTextOfTheFileWhenTold() async throws {
    let file = try await Fixtures.convert("scans/decree.mixed.pdf", mode: .text)
    #expect(file.pages.map(\.origin) == [.textLayer, .unreadable, .unreadable])
    #expect(file.pages[1].findings.contains { $0.code == "page.noText" })
  }

  @Test func takesThePagesAskedFor() async throws {
    let converter = Fixtures.converter(pages: try #require(PageSelection("2-end")))
    let file = try await converter.convert(Input(.file(Fixtures.file("text/decree.plain.txt"))))
    #expect(file.pages.map(\.number) == [2, 3])
    #expect(file.source.pageCount == 3)
  }

  @Test func keepsWhatWasSeenBesideWhatWasRestored() async throws {
    let file = try await Fixtures.convert("text/party-resolution.unmarked.txt")
    let words = file.pages.flatMap(\.words)
    #expect(words.allSatisfy { $0.observed.stage == "text" })
    let changed = words.filter { $0.text != $0.observed.text }
    #expect(changed.count > words.count / 2)
    #expect(changed.allSatisfy { $0.current.stage.hasPrefix("restore/") })
  }

  @Test func pointsFromFieldsToPixels() async throws {
    let file = try await Fixtures.convert("scans/decision.clean.png")
    let number = try #require(file.documents.first?.record.number)
    let page = try #require(file.pages.first)
    let words = page.words.filter { number.words.contains($0.id) }
    let box = try #require(number.box)
    #expect(!words.isEmpty)
    #expect(words.compactMap(\.box).union() == box)
    #expect(box.left > 0 && box.right < page.width / 2 && box.bottom < page.height / 4)
  }

  @Test("leaves blank or handwritten numbers null", arguments: ["clean.png", "scan.bmp"])
  func leavesBlankNumbersNull(_ variant: String) async throws {
    let file = try await Fixtures.convert("scans/dispatch-unnumbered.\(variant)")
    let document = try #require(file.documents.first)
    #expect(document.record.number?.value?.number == nil)
    #expect(document.record.issueDate?.value?.edtf == nil)
    #expect(document.needsReview)
  }

  @Test func stopsSoonWhenCancelled() async throws {
    let converter = Fixtures.converter(jobs: 1)
    let task = Task { try await converter.convert(Input(.file(Fixtures.file("scans/decree.clean.tif")))) }
    task.cancel()
    await #expect(throws: ConversionFailure.self) { try await task.value }
  }

  @Test func listsTheWordsThatAreDoubtful() async throws {
    let file = try await Fixtures.convert("scans/telegram.worn.tif")
    let finding = try #require(file.findings.first { $0.code == "words.doubtful" })
    let words = file.pages.flatMap(\.words).filter { finding.words.contains($0.id) }
    #expect(!words.isEmpty && words.allSatisfy { $0.confidence < 0.5 })
  }
}
