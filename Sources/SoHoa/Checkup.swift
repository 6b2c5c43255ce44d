import Foundation
import SoHoaDictionaries
import SoHoaExtraction
import SoHoaImaging
import SoHoaModel
import SoHoaRecognition
import SoHoaStructure
import SoHoaVietnamese

/// What is installed and what is missing (`sohoa doctor`).
public struct Checkup: Sendable {
  public struct Item: Hashable, Sendable {
    public var name: String
    /// Version or place.
    public var state: String
    /// Nil if all is well.
    public var remedy: Message?
    /// False for what only makes some things better.
    public var isRequired: Bool
  }

  public let items: [Item]

  public var isHealthy: Bool { items.allSatisfy { $0.remedy == nil || !$0.isRequired } }

  public init() {
    items = Self.libraries + Self.models + Self.dictionaries
  }

  private static var libraries: [Item] {
    [
      Item(name: "sohoa", state: Software.version, isRequired: true),
      Item(name: "tesseract", state: Recogniser.version, isRequired: true),
      Item(name: "leptonica", state: ImagingVersions.leptonica, isRequired: true),
      Item(name: "poppler", state: ImagingVersions.poppler, isRequired: true),
    ]
  }

  private static var models: [Item] {
    let installed = Recogniser.installedLanguages()
    return [
      ("vie", "tesseract-ocr-vie", true), ("Vietnamese", "tesseract-ocr-script-viet", false),
      ("eng", "tesseract-ocr-eng", false),
    ].map { name, package, isRequired in
      let present = installed.contains(name)
      return Item(
        name: "model \(name)", state: present ? "installed" : "not installed",
        remedy: present ? nil : install(package), isRequired: isRequired)
    }
  }

  private static var dictionaries: [Item] {
    do {
      let folder = try DictionaryFolder.locate()
      _ = try Restorer(dictionaries: folder)
      _ = try StructureParser(dictionaries: folder)
      _ = try RecordExtractor(dictionaries: folder)
      return [Item(name: "dictionaries", state: folder.url.path, isRequired: true)]
    } catch {
      let remedy = Message(
        en: "\(error)", vi: "từ điển hỏng hoặc thiếu (\(error)); hãy cài lại bằng make install")
      return [Item(name: "dictionaries", state: "not usable", remedy: remedy, isRequired: true)]
    }
  }

  private static func install(_ package: String) -> Message {
    Message(en: "sudo apt-get install \(package)", vi: "sudo apt-get install \(package)")
  }
}
