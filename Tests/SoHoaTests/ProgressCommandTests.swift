import Foundation
import SoHoaModel
import Testing

/// What `convert` tells of a run.
@Suite struct ProgressCommandTests {
  private static let inputs = [
    "text/telegram.plain.txt", "text/decree.plain.txt", "scans/dispatch-unnumbered.clean.png",
    "broken/encrypted.pdf",
  ]

  private func convert(_ out: URL, _ options: String...) throws -> Run {
    try Run.sohoa(
      arguments: ["convert", "-o", out.path] + options + Self.inputs.map { Fixtures.file($0).path })
  }

  /// Names of signers.
  private func names(_ out: URL) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: out.path).filter { $0.hasSuffix(".json") }
    return try files.flatMap { name in
      let data = try Data(contentsOf: out.appendingPathComponent(name))
      return try JSONDecoder().decode(ConvertedFile.self, from: data).documents
        .flatMap { $0.record.signers.compactMap { $0.name?.text } }
    }
  }

  @Test(
    "logs say nothing of persons",
    arguments: [
      ["--log-level", "trace"], ["--log-level", "trace", "--log-format", "json"],
      ["--log-level", "trace", "--progress", "json"], ["--log-level", "trace", "--log-content"],
    ])
  func logsNoNames(_ options: [String]) throws {
    let scratch = try ScratchFolder()
    let run = try Run.sohoa(
      arguments: ["convert", "-o", scratch.url.path, "--format", "json,txt"] + options
        + Self.inputs.map { Fixtures.file($0).path })
    #expect(run.status == 21)
    #expect(run.errors.contains("file ended"))
    let names = try names(scratch.url)
    #expect(names.count >= 3)
    for name in names {
      #expect(!run.errors.localizedCaseInsensitiveContains(name), "\(name)")
    }
    // Nor anything else of a document, unless asked.
    #expect(run.errors.contains("27/2026/QĐ-UBND") == options.contains("--log-content"))
  }

  /// Workers hand on pictures of what is written by hand, for the report.
  @Test(arguments: [[], ["--in-process"]])
  func reportShowsHandwriting(_ options: [String]) throws {
    let scratch = try ScratchFolder()
    let report = scratch.url.appendingPathComponent("r.html")
    let input = Fixtures.file("scans/party-resolution.scan.pdf").path
    let run = try Run.sohoa(
      arguments: ["convert", input, "-o", scratch.url.path, "--report", report.path] + options)
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOf: report, encoding: .utf8)
    let pictures = page.components(separatedBy: "data:image/jpeg;base64,").dropFirst().map { part in
      Data(base64Encoded: String(part.prefix { $0 != "\"" })) ?? Data()
    }
    #expect(!pictures.isEmpty && pictures.allSatisfy { $0.starts(with: [0xFF, 0xD8]) && $0.count < 20_000 })
  }

  @Test func writesEventsForPrograms() throws {
    let scratch = try ScratchFolder()
    let run = try convert(scratch.url, "--progress", "json", "--log-level", "info")
    let events = try run.errors.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\($0)")
    }
    let kinds = events.compactMap { $0["event"] as? String }
    #expect(kinds.first == "began" && kinds.last == "ended")
    #expect(kinds.filter { $0 == "fileEnded" }.count == 4)
    #expect(kinds.filter { $0 == "page" }.count == 5)
    #expect(events.last?["outcomes"] as? [String: Int] == ["done": 2, "doubtful": 1, "failed": 1])
    let outputs = events.compactMap { $0["outputs"] as? [String] }.flatMap { $0 }
    #expect(outputs.count == 3 && outputs.allSatisfy(FileManager.default.fileExists))
  }

  @Test func summarisesAndReports() throws {
    let scratch = try ScratchFolder()
    let report = scratch.url.appendingPathComponent("report/báo cáo.html")
    let run = try convert(scratch.url, "--report", report.path)
    #expect(run.errors.contains("3 done (5 pages, "))
    #expect(run.errors.contains("1 to review, 1 failed"))
    #expect(run.errors.contains("1 failed: protected by a password: "))
    #expect(run.errors.contains("report: \(report.path)"))
    let page = try String(contentsOf: report, encoding: .utf8)
    #expect(page.contains("href=\"../telegram.plain.json\"") && page.contains("not sure: "))
    let wrong = try convert(scratch.url, "--report", "report.docx")
    #expect(wrong.status == 1 && wrong.errors.contains(".html or .csv"))
  }

  @Test func tellsWhenTheReportCannotBeWritten() throws {
    let scratch = try ScratchFolder()
    let run = try convert(scratch.url, "--report", "/proc/none/report.html")
    #expect(run.status == 5 && run.errors.contains("the report was not written"))
  }
}
