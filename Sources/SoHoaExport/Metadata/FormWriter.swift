import SoHoaModel

/// Writes fields by their rules: text that is too long is cut or left out, what is missing is said.
struct FormWriter {
  static let namespace = "urn:sohoa:metadata:1"

  private(set) var xml: XMLWriter
  private let rules: [String: FieldRule]
  private(set) var findings: [Finding] = []
  private var depth: Int

  init(xml: XMLWriter, rules: [FieldRule], depth: Int) {
    self.xml = xml
    self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.name, $0) })
    self.depth = depth
  }

  /// A group of fields.
  mutating func group(_ name: String, _ content: (inout FormWriter) -> Void) {
    indent()
    xml.open(name)
    depth += 1
    content(&self)
    depth -= 1
    indent()
    xml.close(name)
  }

  /// A field with its value, or with the note why it has none.
  mutating func field(_ name: String, _ value: String?) {
    let rule = rules[name] ?? FieldRule(name: name, length: nil, isRequired: false, overlong: .empty)
    let (text, tooLong) = rule.fitted(value)
    if let tooLong { findings.append(Self.overlong(rule, tooLong)) }
    if value == nil, rule.isRequired { findings.append(Self.missing(rule)) }
    indent()
    let notes: XMLWriter.Attributes = [
      ("sohoa:missing", value == nil && rule.isRequired ? "required" : nil),
      ("sohoa:length", tooLong.map { "\($0)" }),
    ]
    if let text, !text.isEmpty { xml.element(name, notes, text: text) } else { xml.empty(name, notes) }
  }

  /// A field that is left out where it has no value and none is required.
  mutating func optional(_ name: String, _ value: String?) {
    if value != nil || rules[name]?.isRequired == true { field(name, value) }
  }

  /// What a person should know of the fields so far, at their end.
  mutating func report() {
    for finding in findings {
      indent()
      xml.empty(
        "sohoa:finding",
        [
          ("severity", finding.severity.rawValue), ("code", finding.code), ("en", finding.message.en),
          ("vi", finding.message.vi),
        ])
    }
  }

  private mutating func indent() {
    xml.breakLine()
    xml.text(String(repeating: " ", count: depth))
  }

  private static func missing(_ rule: FieldRule) -> Finding {
    Finding(
      .warning, "metadata.missing",
      Message(
        en: "\(rule.name): required, and neither the document nor the office says it; fill it in",
        vi: "\(rule.name): bắt buộc nhưng văn bản và đơn vị không cho biết; hãy bổ sung"))
  }

  private static func overlong(_ rule: FieldRule, _ count: Int) -> Finding {
    let isCut = rule.overlong == .cut
    let length = rule.length ?? 0
    return Finding(
      .warning, "metadata.overlong",
      Message(
        en: "\(rule.name): \(count) characters where \(length) are allowed; "
          + (isCut ? "cut here, whole in the record" : "left out here, whole in the record; fill it in"),
        vi: "\(rule.name): \(count) ký tự, chỉ cho phép \(length); "
          + (isCut ? "đã cắt ở đây, bản ghi JSON giữ đủ" : "để trống ở đây, bản ghi JSON giữ đủ; hãy bổ sung")
      ))
  }
}
