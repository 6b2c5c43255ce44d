import Foundation

/// Arguments of `sohoa convert` and `sohoa watch` with those of the configuration. What stands on the command line
/// overrides it; `--no-NAME` switches off a flag that the file switches on.
struct ConfiguredArguments {
  private let keys = ConfigurationKeys()

  /// - Parameter arguments: without the program's name.
  static func expand(_ arguments: [String]) throws(ConfigurationErrors) -> [String] {
    guard let command = arguments.first.flatMap(ConfiguredCommand.init),
      !arguments.contains(where: asksForHelp)
    else { return arguments }
    let options = Array(arguments.dropFirst())
    guard let file = named(options) ?? usual else { return arguments }
    let settings = try ConfigurationFile(file, for: command).settings(of: command)
    return [command.rawValue] + ConfiguredArguments().join(options, settings)
  }

  private static func asksForHelp(_ argument: String) -> Bool {
    ["-h", "--help", "--version"].contains(argument) || argument.hasPrefix("--experimental-")
  }

  /// Behind the options of the command line: an option that takes several values must not take an input for one.
  private func join(_ arguments: [String], _ settings: [ConfigurationFile.Setting]) -> [String] {
    let given = self.given(arguments)
    let added = settings.filter { !given.contains($0.key) }.flatMap(\.arguments)
    let options = arguments.prefix { $0 != "--" }
    return options.filter { !isNegation($0) } + added + arguments[options.endIndex...]
  }

  /// Keys that the command line decides on.
  private func given(_ arguments: [String]) -> Set<String> {
    var given: Set<String> = []
    for argument in Self.options(arguments) {
      let name = argument.drop { $0 == "-" }.prefix { $0 != "=" }
      if argument.hasPrefix("--") {
        given.insert(String(isNegation(argument) ? name.dropFirst(3) : name))
      } else if let key = keys.keys.first(where: { $0.short == name.first.map(String.init) }) {
        given.insert(key.name)
      }
    }
    for group in ConfigurationKeys.exclusive where !given.isDisjoint(with: group) { given.formUnion(group) }
    return given
  }

  private func isNegation(_ argument: String) -> Bool {
    argument.hasPrefix("--no-") && keys[String(argument.dropFirst(5))]?.isFlag == true
  }

  private static func options(_ arguments: [String]) -> [String] {
    arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0.count > 1 }
  }

  /// The file of `--config`.
  private static func named(_ arguments: [String]) -> URL? {
    let options = Array(arguments.prefix { $0 != "--" })
    for (index, argument) in options.enumerated().reversed() {
      if argument.hasPrefix("--config=") { return URL(fileURLWithPath: String(argument.dropFirst(9))) }
      if argument == "--config", index + 1 < options.count { return URL(fileURLWithPath: options[index + 1]) }
    }
    return nil
  }

  /// `sohoa/sohoa.yaml` in the configuration folder, if it is there.
  static var usual: URL? {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
      ?? environment["HOME"].map { URL(fileURLWithPath: $0).appendingPathComponent(".config") }
    guard let file = folder?.appendingPathComponent("sohoa/sohoa.yaml"),
      FileManager.default.fileExists(atPath: file.path)
    else { return nil }
    return file
  }
}
