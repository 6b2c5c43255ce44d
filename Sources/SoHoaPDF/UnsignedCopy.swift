/// Takes digital signatures out of a copy: on other bytes than they were made for they say nothing.
///
/// What a signature shows on its page stays, as a stamp that is no field any more.
struct UnsignedCopy {
  private let document: QPDFDocument

  init(_ document: QPDFDocument) { self.document = document }

  func run() {
    guard let catalogue = document.catalogue else { return }
    catalogue["Perms"] = nil
    catalogue["DSS"] = nil
    guard let form = catalogue["AcroForm"] else { return }
    let fields = (form["Fields"]?.elements ?? []).filter { !isSignature($0) }
    form["Fields"] = document.array(fields)
    form["SigFlags"] = nil
    if fields.isEmpty { catalogue["AcroForm"] = nil }
    for number in stride(from: 1, through: document.pageCount, by: 1) {
      document.page(number).map(stampSignatures)
    }
  }

  private func isSignature(_ field: PDFValue) -> Bool { field.inherited("FT")?.name == "Sig" }

  private func stampSignatures(_ page: PDFValue) {
    let annotations = page["Annots"]?.elements ?? []
    guard annotations.contains(where: isSignature) else { return }
    let kept = annotations.filter { annotation in
      guard isSignature(annotation) else { return true }
      return stamp(annotation)
    }
    page["Annots"] = kept.isEmpty ? nil : document.array(kept)
  }

  /// - Returns: false for a field that shows nothing.
  private func stamp(_ annotation: PDFValue) -> Bool {
    let corners = (annotation["Rect"]?.elements ?? []).compactMap(\.number)
    let isSeen = corners.count == 4 && corners[0] != corners[2] && corners[1] != corners[3]
    let hidden = (annotation["F"]?.integer ?? 0) & Self.hiding != 0
    guard isSeen, !hidden, annotation["AP"]?["N"]?.isStream == true else { return false }
    for key in Self.keysOfFields { annotation[key] = nil }
    annotation["Subtype"] = document.name("Stamp")
    annotation["Contents"] = document.text(
      "Hình của chữ ký số trong bản gốc; bản sao này không mang chữ ký số")
    return true
  }

  /// Invisible, hidden, not to be viewed.
  private static let hiding = 1 | 2 | 32
  private static let keysOfFields = [
    "FT", "T", "TU", "TM", "Ff", "V", "DV", "Kids", "Parent", "Lock", "SV", "MK", "DA", "DR", "A", "AA",
  ]
}
