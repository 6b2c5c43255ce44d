import SoHoaModel

/// What a clerk and an archive should know of a copy.
struct CopyFindings {
  private let source: SourceFile
  private let wanted, reached: SearchablePDF.Conformance
  private let obstacles: [ArchivalForm.Obstacle]

  init(
    _ source: SourceFile, wanted: SearchablePDF.Conformance, reached: SearchablePDF.Conformance,
    obstacles: [ArchivalForm.Obstacle]
  ) {
    self.source = source
    self.wanted = wanted
    self.reached = reached
    self.obstacles = obstacles
  }

  var all: [Finding] { conformance + unsigned }

  private var conformance: [Finding] {
    if wanted == .none { return [] }
    if reached == wanted {
      return [
        Finding(
          .info, "pdf.archival",
          Message(
            en: "the searchable copy is PDF/A-\(reached.rawValue)",
            vi: "bản PDF tra cứu theo PDF/A-\(reached.rawValue)"))
      ]
    }
    return [reached == .none ? notArchival : otherPart]
  }

  private var notArchival: Finding {
    let hard = obstacles.filter { !$0.isOnlyIn1 }
    return Finding(
      .warning, "pdf.notArchival",
      Message(
        en:
          "\(source.name): the searchable copy is no PDF/A: \(hard.map(\.en).joined(separator: "; ")); print the "
          + "file to PDF/A with the program that made it, and convert that",
        vi:
          "\(source.name): bản PDF tra cứu không đạt PDF/A: \(hard.map(\.vi).joined(separator: "; ")); hãy xuất tệp "
          + "ra PDF/A từ chương trình đã tạo nó rồi chuyển đổi"))
  }

  private var otherPart: Finding {
    Finding(
      .warning, "pdf.archivalPart",
      Message(
        en:
          "\(source.name): the searchable copy is PDF/A-2b, not 1b: \(obstacles.map(\.en).joined(separator: "; "))",
        vi: "\(source.name): bản PDF tra cứu theo PDF/A-2b, không phải 1b: "
          + obstacles.map(\.vi).joined(separator: "; ")))
  }

  private var unsigned: [Finding] {
    guard !source.signatures.isEmpty else { return [] }
    return [
      Finding(
        .info, "pdf.copyUnsigned",
        Message(
          en:
            "\(source.name): the searchable copy carries no digital signature; the signed original, left as it is, "
            + "has SHA-256 \(source.sha256)",
          vi:
            "\(source.name): bản PDF tra cứu không mang chữ ký số; bản gốc có chữ ký, được giữ nguyên, có SHA-256 "
            + source.sha256))
    ]
  }
}
