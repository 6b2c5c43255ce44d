import Foundation
import Logging
import SoHoaModel

/// Logs a line an entry, to the same screen as all else.
public struct LineLogHandler: LogHandler {
  public enum Format: String, Sendable, CaseIterable {
    case text, json
  }

  public var logLevel: Logger.Level
  public var metadata: Logger.Metadata = [:]
  private let label: String
  private let format: Format
  private let screen: Screen

  public init(label: String, level: Logger.Level, format: Format, screen: Screen) {
    self.label = label
    logLevel = level
    self.format = format
    self.screen = screen
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
    let time = Date.now.ISO8601Format()
    switch format {
    case .json:
      let line = Line(
        time: time, level: event.level.rawValue, label: label, message: "\(event.message)", metadata: values)
      screen.write(EventLine.text(line))
    case .text:
      let list = values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      let text = FileLine.harmless("\(event.message)\(list)").replacing("\n", with: " ")
      screen.write("\(time) \(event.level) \(label): \(text)")
    }
  }

  private struct Line: Encodable {
    var event = "log"
    var time, level, label, message: String
    var metadata: [String: String]
  }
}
