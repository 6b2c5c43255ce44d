import Foundation
import SoHoaFiles
import SoHoaModel

/// What, besides an input's content, decides on its outputs: settings, formats, versions of programs and models.
public struct SettingsKey: Hashable, Sendable {
  /// The first half of the SHA-256 of `json`.
  public let key: String
  /// For people who look into the ledger.
  public let json: String

  private struct Content: Encodable {
    var settings: ConversionSettings
    var formats: [String]
    var options: [String: String]
    var software: Software
  }

  /// - Parameters:
  ///   - formats: in any order.
  ///   - options: what else changes outputs, by name: the standard of PDFs, names, codes of the archive.
  public init(
    _ settings: ConversionSettings, formats: [String], options: [String: String] = [:], software: Software
  ) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = Content(
      settings: settings, formats: Set(formats).sorted(), options: options, software: software)
    // Strings, lists and tables of strings: nothing here can fail to be encoded.
    let data = (try? encoder.encode(content)) ?? Data()
    json = String(decoding: data, as: UTF8.self)
    key = String(FileDigest(of: data).sha256.prefix(32))
  }
}
