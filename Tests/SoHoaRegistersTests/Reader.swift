import Foundation
import Testing

/// Other programs that read what we write.
enum Reader {
  /// Runs a program to its end and gives its standard output.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  /// A workbook as openpyxl has it; `script` sees it as `book`, prints what it wants to tell.
  static func openpyxl(_ file: URL, _ script: String) throws -> [String] {
    let head = "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n"
    let text = try run("/usr/bin/python3", ["-c", head + script, file.path])
    return text.split(separator: "\n").map(String.init)
  }

  /// Saves a file anew by LibreOffice, in a folder of its own.
  static func libreOffice(_ file: URL, to format: String) throws -> URL {
    let folder = file.deletingLastPathComponent().appendingPathComponent("saved-\(UUID().uuidString)")
    try run(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format,
        "--outdir",
        folder.path, file.path,
      ])
    let name = file.deletingPathExtension().lastPathComponent
    return folder.appendingPathComponent("\(name).\(format.split(separator: ":")[0])")
  }
}
