import Foundation

/// Scores by field and by family, one column or block for each variant (`clean`, `scan`), and what confidence
/// was worth.
struct ScoreTables {
  /// Fields that are read together.
  static let groups: [(name: String, fields: Set<String>)] = [
    (
      "header",
      [
        "family", "document_type", "number", "symbol", "number_full", "agency_parent", "agency", "place",
        "issue_date", "title", "urgency", "secrecy", "addressees",
      ]
    ),
    ("outline", ["outline", "outline.items"]),
    ("headings", ["headings"]),
    ("references", ["references", "references.date", "references.kind", "references.laws"]),
    ("dates", ["dates"]),
    ("deadlines", ["deadlines"]),
    ("parties", ["responsible_parties"]),
    ("tasks", ["tasks"]),
    (
      "closing",
      ["signer.name", "signer.title", "signer.authority", "recipients", "archive.codes", "archive.copies"]
    ),
  ]

  private let files: [Evaluation.FileScore]

  init(_ evaluation: Evaluation) { files = evaluation.files }

  private var variants: [String] { Set(files.map(\.variant)).sorted() }

  /// Rows of the F1 of each field, a column a variant; empty where there is one variant only.
  var byField: [[String]] {
    guard variants.count > 1 else { return [] }
    let names = Set(files.flatMap(\.fields.keys)).sorted()
    let rows = names.map { name in
      [name]
        + variants.map { variant in Self.f1(Self.sum(files.filter { $0.variant == variant }) { $0 == name }) }
    }
    let all = variants.map { variant in
      Self.f1(Self.sum(files.filter { $0.variant == variant }) { _ in true })
    }
    return [["F1 by field"] + variants] + rows + [["all"] + all]
  }

  /// A table for each variant: rows are families, columns groups of fields.
  var byFamily: [[[String]]] {
    guard files.contains(where: { $0.family != nil }) else { return [] }
    return variants.map { variant in
      let chosen = files.filter { $0.variant == variant }
      let families = Set(chosen.compactMap(\.family)).sorted()
      let rows = families.map { family in Self.row(family, chosen.filter { $0.family == family }) }
      return [["F1, \(variant)", "files"] + Self.groups.map(\.name)] + rows + [Self.row("all", chosen)]
    }
  }

  private static func row(_ name: String, _ files: [Evaluation.FileScore]) -> [String] {
    [name, "\(files.count)"] + groups.map { group in f1(sum(files, where: group.fields.contains)) }
  }

  private static func sum(_ files: [Evaluation.FileScore], where isWanted: (String) -> Bool) -> FieldScore {
    files.flatMap { $0.fields.filter { isWanted($0.key) }.map(\.value.score) }.reduce(FieldScore(), +)
  }

  private static func f1(_ score: FieldScore) -> String {
    score.right + score.wrong + score.missed == 0 ? "" : String(format: "%.1f", score.f1 * 100)
  }

  /// Values by confidence: how many there were and how many of them were wrong.
  var calibration: [[String]] {
    let rows = variants.compactMap { variant -> [String]? in
      let sum = files.filter { $0.variant == variant }.flatMap(\.fields.values).map(\.calibration)
        .reduce(Calibration(), +)
      guard zip(sum.right, sum.wrong).contains(where: { $0 + $1 > 0 }) else { return nil }
      return [variant.isEmpty ? "all" : variant]
        + zip(sum.right, sum.wrong).map { right, wrong in
          right + wrong == 0
            ? ""
            : String(
              format: "%d of %d (%.1f %%)", wrong, right + wrong, Double(wrong) / Double(right + wrong) * 100)
        }
    }
    return rows.isEmpty ? [] : [["wrong by confidence", "> 0.9", "> 0.8", "> 0.6", "> 0.4", "less"]] + rows
  }
}
