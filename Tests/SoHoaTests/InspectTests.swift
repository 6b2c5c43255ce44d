import Foundation
import SoHoa
import SoHoaModel
import Testing

@Suite struct InspectTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]

  private func inspect(_ path: String, page: Int = 1) async throws -> PageInspection {
    try await Inspector(dictionaries: .locate()).inspect(Input(.file(Fixtures.file(path))), page: page)
  }

  @Test("writes every picture and the figures")
  func pictures() throws {
    let scratch = try ScratchFolder()
    let scan = Fixtures.file("scans/dispatch.arrival.pdf").path
    let run = try Run.sohoa("inspect", scan, "--output", scratch.url.path, "--json")
    #expect(run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    let steps = [
      "acquired", "blocks", "layer-black", "layer-blue", "layer-red", "prepared", "regions", "words",
    ]
    #expect(Set(names).isSuperset(of: steps.map { "dispatch.arrival.p1.\($0).png" }))
    for name in names {
      let data = try Data(contentsOf: scratch.url.appendingPathComponent(name))
      #expect(data.starts(with: Self.png) && data.count > 2000)
    }
    let summary = try JSONDecoder().decode(InspectionSummary.self, from: Data(run.output.utf8))
    #expect(summary.acquired == .init(width: 1654, height: 2339, dpi: 200))
    #expect(summary.words > 300 && summary.regions > 1 && (summary.meanConfidence ?? 0) > 0.8)
  }

  @Test("shows a page whose file holds the words over its picture")
  func textLayer() async throws {
    let inspection = try await inspect("scans/plan-hospital.clean.pdf")
    #expect(inspection.page.origin == .textLayer && inspection.prepared == nil)
    #expect(inspection.pictures().map(\.name) == ["acquired", "blocks", "words"])
  }

  @Test(
    "ends with a clear message",
    arguments: [
      ("scans/dispatch.arrival.pdf", "3", 2, "there is no page 3"), ("broken/empty.pdf", "1", 2, "empty"),
      ("text/telegram.plain.txt", "1", 2, "plain text"), ("scans/nowhere.pdf", "1", 5, "no such file"),
      ("scans/dispatch.arrival.pdf", "0", 1, "--page takes"),
    ])
  func errors(_ path: String, _ page: String, _ status: Int32, _ text: String) throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      "inspect", Fixtures.file(path).path, "--page", page, "--output", scratch.url.path)
    #expect(run.status == status)
    #expect(run.errors.contains(text), "\(run.errors)")
  }
}
