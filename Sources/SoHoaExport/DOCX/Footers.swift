/// What stands at the foot of the first page of a document (ô 13). Where one has it, the others have an empty one:
/// else Word would go on with it.
struct Footers {
  /// The first is empty.
  private(set) var texts: [[TypedText]] = []
  private var owners: [Int: Int] = [:]

  init(_ documents: [TypedDocument]) {
    guard documents.contains(where: { !$0.closing.address.isEmpty }) else { return }
    texts = [[]]
    for (index, document) in documents.enumerated() where !document.closing.address.isEmpty {
      owners[index] = texts.count
      texts.append(document.closing.address)
    }
  }

  /// Of a document's first section; nil where no document has any.
  func relationship(of document: Int) -> String? {
    texts.isEmpty ? nil : WordPackage.footer(owners[document] ?? 0)
  }

  /// Of all other sections.
  static let none = WordPackage.footer(0)
}
