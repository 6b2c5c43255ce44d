import SoHoaModel

/// What lines and words are: cells of the document's form by line, values of the record by word.
struct ALTOTags {
  private struct Entity {
    var id: String
    var type: String
    var label: String
  }

  private var kinds: Set<CellKind> = []
  private var entities: [Entity] = []
  /// The cell that a line's words are in.
  private var cells: [ID<Word>: CellKind] = [:]
  private var values: [ID<Word>: [String]] = [:]

  init(_ documents: [ConvertedDocument]) {
    for document in documents {
      for cell in document.structure.cells { add(cell) }
      add(document.record)
    }
  }

  /// For `TAGREFS`; nil if the line is running text.
  func line(_ words: [PrintedWord]) -> String? {
    words.lazy.flatMap(\.ids).compactMap { cells[$0] }.first.map(Self.id)
  }

  /// For `TAGREFS`; nil if no value was read from the word.
  func word(_ word: PrintedWord) -> String? {
    let ids = word.ids.flatMap { values[$0] ?? [] }
    return ids.isEmpty ? nil : Set(ids).sorted().joined(separator: " ")
  }

  func write(to xml: inout XMLWriter) {
    guard !kinds.isEmpty || !entities.isEmpty else { return }
    xml.element("Tags") { xml in
      for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
        xml.breakLine()
        xml.empty("StructureTag", [("ID", Self.id(kind)), ("TYPE", "cell"), ("LABEL", kind.rawValue)])
      }
      for entity in entities {
        xml.breakLine()
        xml.empty("NamedEntityTag", [("ID", entity.id), ("TYPE", entity.type), ("LABEL", entity.label)])
      }
    }
  }

  private static func id(_ kind: CellKind) -> String { "cell_\(kind.rawValue)" }

  private mutating func add(_ cell: Cell) {
    kinds.insert(cell.kind)
    for word in cell.words { cells[word] = cell.kind }
  }

  private mutating func add(_ record: Record) {
    add("documentKind", record.kind) { $0.name }
    add("documentNumber", record.number) { $0.full }
    add("superiorBody", record.superiorBody) { $0 }
    add("issuingBody", record.issuingBody) { $0 }
    add("place", record.place) { $0 }
    add("issueDate", record.issueDate) { $0.edtf }
    add("title", record.title) { $0 }
    for signer in record.signers { add("signer", signer.name) { $0 } }
    for reference in record.references {
      for mention in reference.mentions { add("reference", mention) { reference.number.full ?? $0 } }
    }
    for duty in record.responsibilities { add("deadline", duty.deadline) { $0.edtf } }
  }

  /// Only values that are sure enough to be one.
  private mutating func add<Value>(_ type: String, _ field: Field<Value>?, _ label: (Value) -> String?) {
    guard let field, let label = field.value.flatMap(label), !field.words.isEmpty else { return }
    let id = "value_\(entities.count + 1)"
    entities.append(Entity(id: id, type: type, label: label))
    for word in field.words { values[word, default: []].append(id) }
  }
}
