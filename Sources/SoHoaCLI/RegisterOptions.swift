import ArgumentParser
import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaModel
import SoHoaRegisters

/// Which register a run writes, and how.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: "Register to add to, .xlsx or .csv, instead of register.xlsx in the output folder.",
    completion: .file())
  var register: String?
  @Option(
    help: """
      den: văn bản đến; di: văn bản đi (register-out); theo-doi: theo dõi giải quyết văn bản đến \
      (register-follow-up).
      """)
  var registerKind = RegisterForm.Kind.arrivals
  @Option(
    help: ArgumentHelp(
      "Số đến of documents without one on their stamp: from N on, or on from the register's highest.",
      valueName: "N|continue"))
  var numberFrom: String?

  @Flag(help: "A new workbook has a sheet a month, by Ngày đến (văn bản đi: by date).") var registerByMonth =
    false

  func validate() throws {
    guard registerKind != .tasks else {
      throw ValidationError("--register-kind takes den, di, theo-doi; tasks have a sheet in each of them")
    }
    if let register, kind(register) == nil {
      throw ValidationError("--register takes a .xlsx or .csv file, not \(register)")
    }
    _ = try numbering()
  }

  private func kind(_ path: String) -> Register.FileKind? {
    Register.FileKind(rawValue: URL(fileURLWithPath: path).pathExtension.lowercased())
  }

  private func numbering() throws -> Register.Numbering {
    switch numberFrom {
    case nil: return .none
    case "continue": return .onwards
    case let text?:
      guard let number = Int(text), (1...9_999_999).contains(number) else {
        throw ValidationError("--number-from takes a number from 1 or continue, not \(text)")
      }
      return .from(number)
    }
  }

  /// - Parameters:
  ///   - folder: for the register that is not named.
  ///   - link: where the document of an output's name lies.
  func output(
    _ kind: Register.FileKind, in folder: URL, dictionaries: DictionaryFolder,
    link: @escaping @Sendable (String) -> URL?, tell: @escaping @Sendable (Message) -> Void
  ) throws -> RegisterOutput {
    let form = try RegisterForm(registerKind, dictionaries: dictionaries)
    let tasks = try RegisterForm(.tasks, dictionaries: dictionaries)
    let named = register.flatMap { self.kind($0) == kind ? URL(fileURLWithPath: $0) : nil }
    let url = named ?? folder.appendingPathComponent("\(form.file).\(kind.rawValue)")
    let register = Register(
      url, kind: kind, form: form, tasks: tasks, numbering: try numbering(), byMonth: registerByMonth)
    do throws(RegisterError) {
      return try RegisterOutput(register, link: link, tell: tell)
    } catch {
      throw ConversionFailure(error.isAboutAccess ? .noAccess : .invalidOutput, error.message)
    }
  }
}

extension RegisterForm.Kind: ExpressibleByArgument {}
