import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Looks after configurations of sohoa convert and watch.",
    subcommands: [Check.self]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks a configuration and shows what it sets.",
      discussion: """
        A configuration is a YAML file with a line an option of `sohoa convert` or `sohoa watch`, by the same names:

          output: ketqua
          format: [json, pdf, register.xlsx]
          skip-existing: true
          after: [move, daxong]

        Both commands read sohoa/sohoa.yaml in the configuration folder (~/.config), or the file of --config, and \
        take what is theirs. \
        Options on the command line override it; --no-NAME switches a flag off. Paths are those of the folder \
        where the program is started.
        """)

    @Argument(help: "The file; by default that of the configuration folder.", completion: .file())
    var file: String?

    func run() throws {
      let console = Console()
      guard let url = file.map({ URL(fileURLWithPath: $0) }) ?? ConfiguredArguments.usual else {
        print("no configuration: options come from the command line only")
        return
      }
      do throws(ConfigurationErrors) {
        for setting in try ConfigurationFile(url).settings {
          let isOff = setting.isFlag && setting.values.isEmpty
          print("\(setting.key): \(isOff ? "false" : setting.values.joined(separator: " "))")
        }
      } catch {
        for error in error.errors { console.say(error.message) }
        throw ExitStatus.wrongArguments.code
      }
    }
  }
}
