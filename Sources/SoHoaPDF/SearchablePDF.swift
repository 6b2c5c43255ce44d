import Foundation
import SoHoaModel

/// Writes a copy of a file that can be searched: the pages as they came, and under them the restored text, word by
/// word where it stands, unseen.
///
/// Streams of pictures go over bit for bit. Pages whose own text was trusted are left as they are.
public struct SearchablePDF: Sendable {
  /// What the copy is made from.
  public enum Source: Sendable {
    case file(URL)
    case data(Data)
    case pictures(PictureSource)
  }

  /// Which standard for long keeping the copy is to meet.
  public enum Conformance: String, Hashable, Codable, Sendable, CaseIterable {
    case a1b = "1b"
    case a2b = "2b"
    case none
  }

  /// Stands in every copy: the namespace of its own metadata.
  public static let mark = "urn:sohoa:xmp:1/"

  private let conformance: Conformance

  public init(_ conformance: Conformance = .a2b) { self.conformance = conformance }

  /// - Parameters:
  ///   - file: what was read from the source.
  ///   - target: written over if it is there; not flushed.
  /// - Returns: what is to be known of the copy.
  public func write(
    _ file: ConvertedFile, from source: Source, to target: URL
  ) throws(PDFFailure) -> [Finding] {
    let name = file.source.name
    switch source {
    case .file(let url): return try write(file, QPDFDocument(contentsOf: url, name: name), to: target)
    case .data(let data): return try write(file, QPDFDocument(data, name: name), to: target)
    case .pictures(let pictures):
      let book = target.appendingPathExtension("pictures")
      defer { try? FileManager.default.removeItem(at: book) }
      try pictures.write(file, to: book)
      return try write(file, QPDFDocument(contentsOf: book, name: name), to: target)
    }
  }

  private func write(
    _ file: ConvertedFile, _ document: QPDFDocument, to target: URL
  ) throws(PDFFailure) -> [Finding] {
    guard document.pageCount == file.source.pageCount else {
      throw .unreadable(file.source.name, "\(document.pageCount) of \(file.source.pageCount) pages found")
    }
    addText(file.pages, to: document)
    OutlineWriter(document, pages: file.pages).write(file.documents)
    if !file.source.signatures.isEmpty { UnsignedCopy(document).run() }
    let obstacles =
      conformance == .none ? [] : ArchivalForm.mend(document, isSurveyed: file.isSurveyed)
    let reached = reached(obstacles)
    if reached != .none { OutputIntent.add(to: document) }
    CopyMetadata(file).write(to: document, reached)
    describe(document)
    document.releaseAll()
    try document.write(to: target, Self.form(reached))
    return CopyFindings(file.source, wanted: conformance, reached: reached, obstacles: obstacles).all
  }

  /// Text goes under pages that were recognised, and under those whose own text is of before Unicode.
  private func addText(_ pages: [Page], to document: QPDFDocument) {
    var writer = TextLayerWriter(document)
    for page in pages where page.origin == .recognised || page.isDecoded {
      writer.add(page)
      document.releaseAll()
    }
    writer.finish()
    document.releaseAll()
  }

  private func reached(_ obstacles: [ArchivalForm.Obstacle]) -> Conformance {
    if obstacles.contains(where: { !$0.isOnlyIn1 }) { return .none }
    return conformance == .a1b && !obstacles.isEmpty ? .a2b : conformance
  }

  /// The language of the text, and that windows are named after its title.
  private func describe(_ document: QPDFDocument) {
    guard let catalogue = document.catalogue else { return }
    if catalogue["Lang"] == nil { catalogue["Lang"] = document.text("vi") }
    let view = catalogue["ViewerPreferences"]?.copied() ?? document.dictionary()
    view["DisplayDocTitle"] = document.value("true")
    catalogue["ViewerPreferences"] = view
  }

  private static func form(_ conformance: Conformance) -> QPDFDocument.Form {
    conformance == .a1b ? .init(version: "1.4", packsObjects: false) : .init(version: "1.7")
  }
}

extension ConvertedFile {
  /// Every page was followed when it was read.
  fileprivate var isSurveyed: Bool {
    pages.count == source.pageCount && !pages.contains { $0.origin == .unreadable }
  }
}

extension Page {
  /// Its text was in an encoding of before Unicode in the file.
  var isDecoded: Bool {
    origin == .textLayer && findings.contains { $0.code == "pdf.textLayer.decoded" }
  }
}
