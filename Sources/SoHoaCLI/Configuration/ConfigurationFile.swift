import Foundation
import Yams

/// Options of `sohoa convert` and `sohoa watch` in a file: YAML, a line an option, by the names of the command line.
struct ConfigurationFile {
  struct Setting: Hashable {
    var key: String
    /// As on the command line; empty for a flag that is switched off or a key without a value.
    var values: [String]
    var isFlag: Bool
    var isRepeating: Bool
    var commands: [ConfiguredCommand]
    var line: Int

    /// For the command's parser.
    var arguments: [String] {
      guard let value = values.first else { return [] }
      if isRepeating { return ["--\(key)"] + values }
      return isFlag ? ["--\(key)"] : ["--\(key)=\(value)"]
    }
  }

  /// No configuration is larger, in bytes.
  private static let limit = 16_384
  /// Nor has more lists and fields of names: what is nested deeper is made to break a parser.
  private static let brackets = 200

  /// As messages name it.
  let file: String
  let settings: [Setting]

  /// - Parameter command: that is to take all that is meant for it together; nil for every command that the file is
  ///   meant for, which is `watch` only where it has an option that `convert` has not.
  /// - Throws: everything that is wrong, not only the first.
  init(_ url: URL, for command: ConfiguredCommand? = nil) throws(ConfigurationErrors) {
    file = url.relativePath
    var reader = SettingReader(file: file)
    do throws(ConfigurationError) {
      settings = reader.settings(of: try Self.root(try Self.text(url), file), file)
    } catch {
      throw ConfigurationErrors(errors: [error])
    }
    guard reader.errors.isEmpty else { throw ConfigurationErrors(errors: reader.errors) }
    let errors = check(for: command)
    guard errors.isEmpty else { throw ConfigurationErrors(errors: errors) }
  }

  private static func text(_ url: URL) throws(ConfigurationError) -> String {
    guard let handle = try? FileHandle(forReadingFrom: url),
      let data = try? handle.read(upToCount: limit + 1) ?? Data()
    else { throw .unreadable(file: url.relativePath) }
    guard data.count <= limit else { throw .tooLarge(file: url.relativePath, limit: limit) }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .syntax(file: url.relativePath, line: nil, problem: "not UTF-8")
    }
    return text
  }

  /// Nil for a file without any line that counts.
  private static func root(_ text: String, _ file: String) throws(ConfigurationError) -> Node? {
    guard text.count(where: { "[{&*".contains($0) }) <= brackets else {
      throw .syntax(file: file, line: nil, problem: "too many brackets")
    }
    do { return try Yams.compose(yaml: text) } catch { throw failure(error, file) }
  }

  private static func failure(_ error: any Error, _ file: String) -> ConfigurationError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .syntax(file: file, line: mark.line, problem: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      .twice(file: file, line: context.mark.line, key: keys.first ?? "")
    case .reader(let problem, _, _, _): .syntax(file: file, line: nil, problem: problem)
    default: .syntax(file: file, line: nil, problem: "not YAML")
    }
  }

  // MARK: Values

  /// Has the commands' own parsers look at every setting, then at all together.
  private func check(for command: ConfiguredCommand?) -> [ConfigurationError] {
    let alone = settings.compactMap { setting in
      setting.commands.first.flatMap { Self.problem([setting], $0) }.map {
        ConfigurationError.value(file: file, line: setting.line, key: setting.key, problem: $0)
      }
    }
    guard alone.isEmpty else { return alone }
    return (command.map { [$0] } ?? audience).compactMap { command in
      Self.problem(settings(of: command), command).map { .together(file: file, problem: $0) }
    }
  }

  private var audience: [ConfiguredCommand] {
    ConfiguredCommand.allCases.filter { command in
      command == .convert || settings.contains { $0.commands == [command] }
    }
  }

  /// What is meant for a command.
  func settings(of command: ConfiguredCommand) -> [Setting] {
    settings.filter { $0.commands.contains(command) }
  }

  private static func problem(_ settings: [Setting], _ command: ConfiguredCommand) -> String? {
    let hasOutput = settings.contains { $0.key == "output" && !$0.values.isEmpty }
    return command.problem(
      ["input"] + (hasOutput ? [] : ["--output=output"]) + settings.flatMap(\.arguments))
  }
}

/// Turns a YAML tree into settings, and notes what is wrong on the way.
private struct SettingReader {
  let file: String
  private let keys = ConfigurationKeys()
  var errors: [ConfigurationError] = []

  init(file: String) { self.file = file }

  mutating func settings(of root: Node?, _ file: String) -> [ConfigurationFile.Setting] {
    guard let root, root.null == nil else { return [] }
    guard let mapping = root.mapping else {
      errors.append(.notATable(file: file, line: root.mark?.line ?? 1))
      return []
    }
    return mapping.compactMap { setting($0.key, $0.value) }
  }

  private mutating func setting(_ key: Node, _ value: Node) -> ConfigurationFile.Setting? {
    let line = key.mark?.line ?? 1
    guard let name = key.scalar?.string, let known = keys[name] else {
      let name = key.scalar?.string ?? "[…]"
      errors.append(.unknown(file: file, line: line, key: name, nearest: keys.nearest(to: name)))
      return nil
    }
    guard let values = known.isFlag ? flag(name, value, line) : values(known, value, line) else { return nil }
    return ConfigurationFile.Setting(
      key: name, values: values, isFlag: known.isFlag, isRepeating: known.isRepeating,
      commands: known.commands, line: line)
  }

  /// Empty for off; nil after an error.
  private mutating func flag(_ name: String, _ value: Node, _ line: Int) -> [String]? {
    if value.null != nil { return [] }
    if let isOn = value.bool { return isOn ? ["true"] : [] }
    errors.append(.value(file: file, line: line, key: name, problem: "takes true or false"))
    return nil
  }

  /// Scalars as they are written: `01` stays `01`.
  private mutating func values(_ key: ConfigurationKeys.Key, _ value: Node, _ line: Int) -> [String]? {
    if value.null != nil { return [] }
    if let text = value.scalar?.string { return text.isEmpty ? [] : [text] }
    if key.isRepeating || ConfigurationKeys.lists.contains(key.name), let items = value.sequence {
      let texts = items.compactMap(\.scalar?.string)
      if texts.count == items.count { return key.isRepeating ? texts : [texts.joined(separator: ",")] }
    }
    errors.append(.value(file: file, line: line, key: key.name, problem: "takes one value"))
    return nil
  }
}
