import Foundation
import Testing

@testable import SoHoaRecognition

@Suite struct ModelChoiceTests {
  /// A folder of models that hold nothing: only their names matter here.
  private func folder(_ models: [String]) throws -> InstalledModels {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for model in models { try Data([1]).write(to: folder.appending(path: "\(model).traineddata")) }
    return InstalledModels(dataPath: folder.path)
  }

  @Test(
    "vie is the best Vietnamese model installed, other names are taken as given",
    arguments: [
      ("vie", ["vie", "Vietnamese", "eng"], ["vie"]), ("vie", ["Vietnamese", "eng"], ["Vietnamese"]),
      ("vie+eng", ["vie", "Vietnamese", "eng"], ["vie", "eng"]), ("eng", ["eng"], ["eng"]),
      ("vie+vie", ["vie", "Vietnamese"], ["vie"]),
    ])
  func chooses(_ language: String, _ installed: [String], _ models: [String]) throws {
    let installed = try folder(installed)
    defer { try? FileManager.default.removeItem(at: installed.folder) }
    #expect(try ModelChoice(language: language, installed: installed).models == models)
  }

  @Test(
    "names the package of a model that is missing",
    arguments: [
      ("vie", "tesseract-ocr-vie"), ("eng+fra", "tesseract-ocr-fra"),
      ("Vietnamese", "tesseract-ocr-script-viet"), ("chi_sim", "tesseract-ocr-chi-sim"),
    ])
  func missing(_ language: String, _ package: String) throws {
    let installed = try folder(["eng"])
    defer { try? FileManager.default.removeItem(at: installed.folder) }
    let error = try #require(throws: RecognitionError.self) {
      try ModelChoice(language: language, installed: installed)
    }
    #expect(error.message.en.hasSuffix("apt-get install \(package)"))
    #expect(error.message.vi.hasSuffix("apt-get install \(package)"))
  }

  @Test("refuses what is no name", arguments: ["", "vie+", "../vie", "vie eng"])
  func noName(_ language: String) {
    #expect(throws: RecognitionError.notALanguage(language)) {
      try ModelChoice(language: language, installed: InstalledModels())
    }
  }

  @Test("a model file that holds nothing is no engine")
  func emptyModel() throws {
    let installed = try folder(["vie"])
    defer { try? FileManager.default.removeItem(at: installed.folder) }
    #expect(throws: RecognitionError.self) {
      try Recogniser(language: "vie", dataPath: installed.folder.path)
    }
  }

  @Test("knows what is installed here")
  func here() {
    #expect(Recogniser.installedLanguages().contains("vie"))
    #expect(Recogniser.version.first == "5")
  }
}
