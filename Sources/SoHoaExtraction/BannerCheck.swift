import SoHoaModel
import SoHoaStructure

/// Compares the signer with the person that the picture of a digital signature names: `Ký bởi: Trần Văn Thử`.
struct BannerCheck: Sendable {
  let names: PersonNames

  /// Two witnesses of a name are surer than one: half of what independent ones would add.
  func weighed(_ signers: [Signer], _ sheet: Sheet) -> [Signer] {
    let persons = persons(sheet)
    return signers.map { signer in
      var signer = signer
      guard var name = signer.name, let value = name.value, persons.contains(where: { isSame($0, value) })
      else { return signer }
      name.confidence = ((1 + name.confidence) / 2).toThreeDigits
      signer.name = name
      return signer
    }
  }

  /// A banner names a person, and nobody of that name signed.
  func findings(_ signers: [Signer], _ sheet: Sheet) -> [Finding] {
    let read = signers.compactMap { $0.name?.value }
    guard !read.isEmpty else { return [] }
    return persons(sheet).filter { person in
      !read.contains { Folding.folded($0) == Folding.folded(person) }
    }.prefix(1).map { person in
      Finding(
        .warning, "signer.banner",
        Message(
          en: "the digital signature names \(person), the signature block \(read[0]); look at both",
          vi: "chữ ký số ghi tên \(person), phần ký ghi tên \(read[0]); hãy xem cả hai"),
        page: sheet.structure.pages.last)
    }
  }

  private func isSame(_ left: String, _ right: String) -> Bool { left.lowercased() == right.lowercased() }

  /// Names of persons behind `Ký bởi:`; bodies sign too.
  private func persons(_ sheet: Sheet) -> [String] {
    sheet.lines(.signatureBanner).compactMap { line -> String? in
      guard line.says(["ky", "boi"], at: 0) || line.says(["nguoi", "ky"], at: 0) else { return nil }
      let range = Trimming.content(line, 2..<line.count)
      guard !range.isEmpty else { return nil }
      let words = PersonNames.trimmed(line.text(range).split(separator: " ").map(String.init))
      guard let likelihood = names.likelihood(words), likelihood > 0.7 else { return nil }
      return names.withoutTitles(words).joined(separator: " ")
    }
  }
}
