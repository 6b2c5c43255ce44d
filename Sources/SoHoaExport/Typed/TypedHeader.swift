import SoHoaModel

/// What stands above the text: the numbered cells of the form, in the rows that it has.
struct TypedHeader {
  /// Which rules of form the document follows.
  enum Form { case state, party }

  var form: Form
  var superiorBody: [TypedText]
  var issuingBody: [TypedText]
  var number: [TypedText]
  var nationalTitle: [TypedText]
  var motto: [TypedText]
  var placeAndDate: [TypedText]
  /// Độ khẩn, độ mật, phạm vi lưu hành.
  var urgency, secrecy, circulation: [TypedText]
  /// Tên loại; empty for a công văn.
  var kind: [TypedText]
  /// Trích yếu, by printed lines.
  var title: [TypedText]
  /// Kính gửi: the words that open it, then the addressees.
  var addressees: [TypedText]

  init(_ document: ConvertedDocument, _ setter: TextSetter) {
    let structure = document.structure
    let blanks = Blanks(setter: setter)
    func passages(_ kind: CellKind) -> [Passage] { structure.cells(kind).flatMap(\.lines) }
    func lines(_ kind: CellKind) -> [TypedText] { passages(kind).map { setter.text($0) } }
    form = document.record.family?.value == .party ? .party : .state
    superiorBody = lines(.superiorBody)
    issuingBody = lines(.issuingBody)
    number = passages(.documentNumber).map(blanks.number)
    nationalTitle = lines(.nationalTitle)
    motto = lines(.motto)
    placeAndDate = passages(.placeAndDate).map(blanks.date)
    urgency = lines(.urgency)
    secrecy = lines(.secrecy)
    circulation = lines(.circulation)
    kind = lines(.documentKind)
    title = kind.isEmpty ? [setter.text(joining: passages(.title))] : lines(.title)
    title = title.filter { !$0.isEmpty }
    addressees = PrintedItems.group(passages(.addressees)).map(setter.text(joining:))
  }

  /// Ô 5b: the title of a công văn stands under its number.
  var isDispatch: Bool { kind.isEmpty }
  var left: [TypedText] { superiorBody + issuingBody + number }
  var right: [TypedText] { nationalTitle + motto + placeAndDate }
}
