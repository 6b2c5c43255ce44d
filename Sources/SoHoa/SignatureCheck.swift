import SoHoaModel
import SoHoaStructure

/// Compares the persons whom a file's digital signatures name with those who sign on its pages.
struct SignatureCheck: Sendable {
  let names: PersonNames

  /// A certificate names a person, and nobody of that name signs any document of the file. Seals of bodies are no
  /// persons; where no signer was read there is nothing to compare.
  func findings(_ signatures: [FileSignature], _ signers: [Signer]) -> [Finding] {
    let read = signers.compactMap { $0.name?.value }
    guard let first = read.first else { return [] }
    let known = Set(read.map(Self.key))
    var seen: Set<String> = []
    return signatures.compactMap(person).filter {
      !known.contains(Self.key($0)) && seen.insert(Self.key($0)).inserted
    }
    .map { Self.finding($0, first) }
  }

  /// Nil for a body, a service or a name that none has.
  private func person(_ signature: FileSignature) -> String? {
    guard let signer = signature.signer else { return nil }
    let words = PersonNames.trimmed(signer.split(separator: " ").map(String.init))
    guard let likelihood = names.likelihood(words), likelihood >= Self.least else { return nil }
    return names.withoutTitles(words).joined(separator: " ")
  }

  private static let least = 0.7

  private static func key(_ name: String) -> String { Folding.folded(name) }

  private static func finding(_ person: String, _ signer: String) -> Finding {
    Finding(
      .warning, "signer.certificate",
      Message(
        en: "the file is digitally signed by \(person), the signature block names \(signer); look at both",
        vi: "tệp có chữ ký số của \(person), phần ký ghi tên \(signer); hãy xem cả hai"))
  }
}
