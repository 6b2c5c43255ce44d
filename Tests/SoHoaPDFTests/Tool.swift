import Foundation

/// An independent program that looks at what we wrote.
enum Tool {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// What the program prints, its errors included.
  ///
  /// - Throws: `Missing`, with what to install.
  @discardableResult
  static func run(_ program: String, _ arguments: [String], package: String) throws -> (
    status: Int32, output: String
  ) {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sohoa-\(UUID().uuidString).out")
    defer { try? FileManager.default.removeItem(at: output) }
    FileManager.default.createFile(atPath: output.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw Missing(description: "\(program) is missing: apt-get install \(package), or make setup-test")
    }
    return (process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }

  /// The text of a PDF as Poppler finds it.
  static func text(_ pdf: URL, _ options: String...) throws -> String {
    try run("pdftotext", options + [pdf.path, "-"], package: "poppler-utils").output
  }

  /// What QPDF complains of; empty for a sound file.
  static func complaints(_ pdf: URL) throws -> String {
    let check = try run("qpdf", ["--check", pdf.path], package: "qpdf")
    return check.status == 0 ? "" : check.output
  }

  /// The objects of a PDF, laid open.
  static func objects(_ pdf: URL) throws -> String {
    try run(
      "qpdf", ["--qdf", "--object-streams=disable", "--no-original-object-ids", pdf.path, "-"],
      package: "qpdf"
    ).output
  }

  /// What PDFBox finds against PDF/A-1b; empty for a valid file.
  static func preflight(_ pdf: URL) throws -> String {
    let packages =
      "default-jre-headless libpdfbox2-java libcommons-logging-java libactivation-java libjaxb-api-java"
    let jars = [
      "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api",
    ].map { "/usr/share/java/\($0).jar" }
    if let jar = jars.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
      throw Missing(description: "\(jar) is missing: apt-get install \(packages), or make setup-test")
    }
    let output = try run(
      "java",
      ["-cp", jars.joined(separator: ":"), "org.apache.pdfbox.preflight.Validator_A1b", pdf.path],
      package: packages
    ).output
    return output.contains("is a valid PDF/A-1b file") ? "" : output
  }

  /// Where Poppler finds each word of the first page, in points from the top left.
  static func words(_ pdf: URL) throws -> [(
    text: String, left: Double, top: Double, right: Double, bottom: Double
  )] {
    let form = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/
    return try text(pdf, "-bbox", "-cropbox", "-l", "1").matches(of: form).map { match in
      (String(match.5), Double(match.1)!, Double(match.2)!, Double(match.3)!, Double(match.4)!)
    }
  }
}
