import Foundation
import SoHoaExport
import SoHoaModel

/// Under which name the outputs of each input lie: paths from the output folder, without extension, no two the same.
public actor OutputNames {
  private let inputs: [Input]
  private let template: NameTemplate?
  private let filing: Filing
  private let safe: SafeName
  private var book = NameBook()
  /// Names of all inputs, where known: none of them is free.
  private var others: Set<String>?
  /// Of all inputs; nil where names hang on what the documents say.
  public nonisolated let known: [String]?

  /// - Parameter template: nil for the inputs' own names.
  public init(
    _ inputs: [Input], template: NameTemplate? = nil, filing: Filing = Filing(), isASCII: Bool = false
  ) {
    self.inputs = inputs
    self.template = template
    self.filing = filing
    safe = SafeName(isASCII: isASCII)
    guard let template else {
      known = Self.own(inputs, safe)
      return
    }
    guard !template.needsRecord else {
      known = nil
      return
    }
    var book = NameBook()
    let safe = safe
    known = inputs.indices.map { book.reserve(Self.path(inputs[$0], $0, nil, template, filing, safe)) }
  }

  /// - Parameter file: to be asked for in the order of the inputs, so that numbers of names that collide are the same
  ///   in every run.
  public func name(_ item: Batch.Item, _ file: ConvertedFile) -> String {
    if let known { return known[item.index] }
    let record = file.documents.first?.record ?? Record()
    return book.reserve(
      Self.path(inputs[item.index], item.index, record, template!, filing, safe))
  }

  /// For an input of which no record may be told: its own.
  public func noticeName(_ item: Batch.Item) -> String {
    if let known { return known[item.index] }
    return book.reserve(Self.path(item.input, Self.stem(item.input, safe)))
  }

  /// The next free name like one that cannot be had: `a-2` for `a`.
  public func another(for wanted: String) -> String {
    if let known, others == nil { others = Set(known.map { $0.lowercased() }) }
    while true {
      let name = book.reserve(wanted)
      if name != wanted, others?.contains(name.lowercased()) != true { return name }
    }
  }

  /// The inputs' own names without extension, or with it where two inputs of one folder differ in it only
  /// (`a.pdf`, `a.png`).
  static func own(_ inputs: [Input], _ safe: SafeName = SafeName()) -> [String] {
    let short = inputs.map { path($0, stem($0, safe)) }
    let whole = inputs.map { path($0, safe.own($0.fileName)) }
    var forms: [String: Set<String>] = [:]
    for (name, long) in zip(short, whole) { forms[name.lowercased(), default: []].insert(long.lowercased()) }
    var book = NameBook()
    return zip(short, whole).map { name, long in
      book.reserve(forms[name.lowercased()]!.count > 1 ? long : name)
    }
  }

  private static func stem(_ input: Input, _ safe: SafeName) -> String {
    safe.own((input.fileName as NSString).deletingPathExtension)
  }

  private static func path(
    _ input: Input, _ index: Int, _ record: Record?, _ template: NameTemplate, _ filing: Filing,
    _ safe: SafeName
  ) -> String {
    path(
      input,
      template.path(
        name: (input.fileName as NSString).deletingPathExtension, sequence: filing.firstSequence + index,
        filing: filing, record: record, safe: safe))
  }

  private static func path(_ input: Input, _ name: String) -> String {
    input.folder.isEmpty ? name : "\(input.folder)/\(name)"
  }
}
