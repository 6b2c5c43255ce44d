import SoHoaModel

/// Why a template makes no names.
public enum NameTemplateError: Explained, Hashable {
  case unknownField(String)
  case badForm(field: String, String)
  case openBrace
  case empty
  /// A field that only the office can give.
  case missing(field: String, option: String)

  public var message: Message {
    switch self {
    case .unknownField(let name):
      Message(
        en: "--name-template: {\(name)} is not a field; there are \(Self.fields)",
        vi: "--name-template: không có trường {\(name)}; các trường là \(Self.fields)")
    case .badForm(let field, let form):
      Message(
        en:
          "--name-template: {\(field)} takes no \"\(form)\"; numbers take a width such as {seq:3}, dates an order"
          + " of YYYY, MM and DD such as {date:YYYYMMDD}",
        vi:
          "--name-template: {\(field)} không nhận \"\(form)\"; số nhận độ rộng như {seq:3}, ngày nhận thứ tự"
          + " YYYY, MM, DD như {date:YYYYMMDD}")
    case .openBrace:
      Message(
        en: "--name-template: a { without its } or the other way round",
        vi: "--name-template: dấu { và } không khớp nhau")
    case .empty:
      Message(
        en: "--name-template is empty; name fields such as {name}",
        vi: "--name-template trống; hãy nêu trường như {name}")
    case .missing(let field, let option):
      Message(
        en: "--name-template has {\(field)}, which no document says; give it by \(option)",
        vi: "--name-template có {\(field)} mà văn bản không cho biết; hãy nêu bằng \(option)")
    }
  }

  private static let fields = NameField.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
}
