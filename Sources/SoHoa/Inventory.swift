import Crypto
import Foundation
import SoHoaDictionaries
import SoHoaFiles
import SoHoaImaging
import SoHoaModel
import SoHoaRecognition

/// Which versions of programs, models and dictionaries are at work.
struct Inventory {
  let software: Software

  init(dictionaries: DictionaryFolder, language: String) {
    software = Software(
      components: [
        .init(name: "dictionaries", version: Self.digest(folder: dictionaries.url)),
        .init(name: "leptonica", version: ImagingVersions.leptonica),
        .init(name: "poppler", version: ImagingVersions.poppler),
        .init(name: "tesseract", version: Recogniser.version),
      ] + Self.models(language))
  }

  private static func models(_ language: String) -> [Software.Component] {
    let installed = InstalledModels()
    let choice = try? ModelChoice(language: language, installed: installed)
    let models = (choice?.models ?? []) + [choice?.second(installed)].compactMap { $0 }
    return models.compactMap { name in
      installed.file(of: name).map { .init(name: "model/\(name)", version: digest(file: $0)) }
    }
  }

  /// Over names and contents of all files, in order of their names.
  private static func digest(folder: URL) -> String {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (files?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
    var hash = SHA256()
    for url in paths {
      guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { continue }
      hash.update(data: Data(url.path.dropFirst(folder.path.count).utf8))
      hash.update(data: data)
    }
    return String(hash.finalize().hexadecimal.prefix(16))
  }

  private static func digest(file: URL) -> String {
    let data = (try? Data(contentsOf: file, options: .mappedIfSafe)) ?? Data()
    return String(FileDigest(of: data).sha256.prefix(16))
  }
}

extension Software {
  /// What a run with these settings works with.
  public static func atWork(dictionaries: DictionaryFolder, language: String) -> Software {
    Inventory(dictionaries: dictionaries, language: language).software
  }
}
