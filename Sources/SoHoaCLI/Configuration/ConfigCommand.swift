import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Looks after configurations of sohoa convert.", subcommands: [Check.self]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks a configuration and shows what it sets.",
      discussion: """
        A configuration is a YAML file with a line an option of `sohoa convert`, by the same names:

          output: ketqua
          format: [json, pdf, register.xlsx]
          skip-existing: true
          dossier: G09.01.2026

        `sohoa convert` reads sohoa/sohoa.yaml in the configuration folder (~/.config), or the file of --config. \
        Options on the command line override it; --no-NAME switches a flag off. Paths are those of the folder \
        where the program is started.
        """)

    @Argument(help: "The file; by default that of the configuration folder.", completion: .file())
    var file: String?

    func run() throws {
      let console = Console()
      guard let url = file.map({ URL(fileURLWithPath: $0) }) ?? ConfiguredArguments.usual else {
        print("no configuration: `sohoa convert` takes its options from the command line only")
        return
      }
      do throws(ConfigurationErrors) {
        for setting in try ConfigurationFile(url).settings {
          print("\(setting.key): \(setting.value ?? (setting.isFlag ? "false" : ""))")
        }
      } catch {
        for error in error.errors { console.say(error.message) }
        throw ExitStatus.wrongArguments.code
      }
    }
  }
}
