import SoHoaModel

/// Stops files with a mark of secrecy before anything of them is written, unless the settings allow it.
struct ClassifiedGate: Sendable {
  let settings: ConversionSettings

  /// - Throws: `ConversionFailure` of the kind `classified`, with the notice that may be written instead.
  func check(_ file: ConvertedFile) throws(ConversionFailure) {
    guard !settings.allowClassified else { return }
    let marked = file.documents.filter { $0.record.secrecy != nil }
    guard let degree = marked.first?.record.secrecy?.value else { return }
    var failure = ConversionFailure(.classified, Self.message(file.source.name, degree))
    failure.notice = Self.notice(file, marked)
    throw failure
  }

  /// What the officer for state secrets needs: which file, how many pages, what mark, where. No text.
  private static func notice(_ file: ConvertedFile, _ marked: [ConvertedDocument]) -> ConvertedFile {
    var source = file.source
    source.signatures = []
    return ConvertedFile(
      software: file.software, settings: file.settings, source: source, pages: [],
      documents: marked.map(bare), findings: [])
  }

  private static func bare(_ document: ConvertedDocument) -> ConvertedDocument {
    var record = Record()
    record.secrecy = document.record.secrecy
    let structure = DocumentStructure(
      pages: document.structure.pages, cells: [], body: [], findings: [])
    return ConvertedDocument(
      record: record, structure: structure,
      findings: document.findings.filter { $0.code.hasPrefix("secrecy.") }, needsReview: true)
  }

  private static func message(_ name: String, _ degree: String) -> Message {
    Message(
      en: """
        \(name): marked \(degree); only a notice without text was written. Hand it to the officer for state \
        secrets; --allow-classified reads it where that is permitted
        """,
      vi: """
        \(name): có dấu \(degree); chỉ ghi thông báo, không ghi nội dung. Hãy giao cho người phụ trách bảo vệ \
        bí mật nhà nước; nơi được phép, dùng --allow-classified để đọc
        """)
  }
}
