import ArgumentParser
import SoHoaExport

/// What `--format` asks for: outputs of each input and outputs of the run.
struct FormatList: ExpressibleByArgument, Hashable, Sendable {
  var files: [OutputFormat]
  var run: [RunFormat]

  /// - Parameter argument: names, separated by commas; nil if one of them is unknown.
  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    files = names.compactMap(OutputFormat.init)
    run = names.compactMap(RunFormat.init)
    guard !names.isEmpty, files.count + run.count == names.count else { return nil }
  }

  var defaultValueDescription: String { (files.map(\.rawValue) + run.map(\.rawValue)).joined(separator: ",") }

  var count: Int { files.count + run.count }

  static var allValueStrings: [String] {
    OutputFormat.allCases.map(\.rawValue) + RunFormat.allCases.map(\.rawValue)
  }
}
