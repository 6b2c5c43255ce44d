import Foundation
import Logging
import Testing

@testable import SoHoaProgress

@Suite struct LogTests {
  private func log(_ format: LineLogHandler.Format, _ level: Logger.Level) -> Stage {
    let stage = Stage()
    let (_, screen) = stage.desk(.plain)
    var logger = Logger(label: "sohoa.test") { label in
      LineLogHandler(label: label, level: level, format: format, screen: screen)
    }
    logger[metadataKey: "run"] = "7"
    logger.debug("small", metadata: ["a": "b"])
    logger.warning("large\nand \u{1B}[31m red")
    return stage
  }

  @Test func writesJSONALineAnEntry() throws {
    let lines = log(.json, .debug).lines
    let entries = try lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(entries.compactMap { $0["level"] as? String } == ["debug", "warning"])
    #expect(entries[0]["metadata"] as? [String: String] == ["a": "b", "run": "7"])
    #expect(entries.allSatisfy { $0["event"] as? String == "log" && $0["label"] as? String == "sohoa.test" })
  }

  @Test func writesLinesForPeople() throws {
    let lines = log(.text, .warning).lines
    #expect(lines.count == 1)
    #expect(try #require(lines.first).hasSuffix(" warning sohoa.test: large and ?[31m red run=7"))
  }
}
