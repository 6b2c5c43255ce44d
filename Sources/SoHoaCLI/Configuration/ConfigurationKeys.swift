import ArgumentParser
import Foundation

/// A command whose options may stand in a configuration.
enum ConfiguredCommand: String, CaseIterable {
  case convert, watch

  /// What the command tells of itself, as JSON.
  var dump: String {
    switch self {
    case .convert: ConvertCommand._dumpHelp()
    case .watch: WatchCommand._dumpHelp()
    }
  }

  /// What the command's own parser finds wrong with arguments; nil for nothing.
  func problem(_ arguments: [String]) -> String? {
    let command: any ParsableCommand.Type =
      switch self {
      case .convert: ConvertCommand.self
      case .watch: WatchCommand.self
      }
    do {
      _ = try command.parse(arguments)
      return nil
    } catch {
      return command.message(for: error)
    }
  }
}

/// The options of these commands as keys of a configuration: what the commands themselves tell of them, so that the two
/// cannot differ.
struct ConfigurationKeys {
  struct Key {
    var name: String
    /// One letter, where the option has one.
    var short: String?
    /// Takes no value on the command line, `true` or `false` in a file.
    var isFlag: Bool
    /// Takes values up to the next option.
    var isRepeating: Bool
    var commands: [ConfiguredCommand]
  }

  let keys: [Key]

  /// Options that only make sense on the command line.
  private static let commandLineOnly: Set = ["config", "help", "version"]
  /// Options that take several values, separated by commas.
  static let lists: Set = ["format", "without"]
  /// Options that exclude each other: one on the command line overrides the others in the file.
  static let exclusive = [["overwrite", "skip-existing"]]

  private struct Dump: Decodable {
    struct Name: Decodable { var kind, name: String }
    struct Argument: Decodable {
      var kind: String
      var names: [Name]?
      var isRepeating: Bool
    }
    struct Command: Decodable { var arguments: [Argument]? }
    var command: Command
  }

  init() {
    var keys: [Key] = []
    for command in ConfiguredCommand.allCases {
      for key in Self.keys(of: command) {
        if let index = keys.firstIndex(where: { $0.name == key.name }) {
          keys[index].commands.append(command)
        } else {
          keys.append(key)
        }
      }
    }
    self.keys = keys
  }

  private static func keys(of command: ConfiguredCommand) -> [Key] {
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(command.dump.utf8))
    return (dump?.command.arguments ?? []).compactMap { argument in
      guard let name = argument.names?.first(where: { $0.kind == "long" })?.name,
        !commandLineOnly.contains(name)
      else { return nil }
      return Key(
        name: name, short: argument.names?.first { $0.kind == "short" }?.name,
        isFlag: argument.kind == "flag", isRepeating: argument.isRepeating, commands: [command])
    }
  }

  subscript(name: String) -> Key? { keys.first { $0.name == name } }

  /// The name that was meant, if one is near.
  func nearest(to name: String) -> String? {
    let wanted = name.lowercased().replacingOccurrences(of: "_", with: "-")
    let ranked = keys.map { ($0.name, EditDistance.between($0.name, wanted)) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(2, wanted.count / 3) else { return nil }
    return best.0
  }
}

/// How many letters must be put in, left out, exchanged or swapped with their neighbour.
enum EditDistance {
  static func between(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j], last[j + 1]) + 1
        best = min(best, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
