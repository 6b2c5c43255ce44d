/// How a card is shown: in colour and wrapped on a terminal, plain and unbroken in a pipe or a file.
public struct CardStyle: Hashable, Sendable {
  public static let plain = CardStyle(isColoured: false, columns: nil)

  enum Role: String {
    /// Names of facts and of parts.
    case label = "2"
    case head = "1"
    /// What a person should look at.
    case doubt = "33"
  }

  let isColoured: Bool
  let columns: Int?

  /// - Parameter columns: width of the terminal; nil where nothing is wrapped.
  public init(isColoured: Bool, columns: Int?) {
    self.isColoured = isColoured
    self.columns = columns.map { max(40, $0) }
  }

  func painted(_ text: String, _ role: Role) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A text behind something that takes `indent` columns; what goes on stands below its beginning.
  func wrapped(_ text: String, indent: Int) -> String {
    let text = TerminalText.safe(text)
    guard let columns else { return text }
    return TerminalText.wrapped(text, to: max(20, columns - indent))
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
