/// One cell: what is entered, and why a person should look at it.
public struct RegisterCell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case empty
    case text(String)
    case number(Int)
    case date(RegisterDate)
  }

  public var content: Content
  /// Reasons in Vietnamese, for the cell's comment; empty where the value is sure.
  public var doubts: [String]

  public init(_ content: Content = .empty, doubts: [String] = []) {
    self.content = content
    self.doubts = doubts
  }

  /// As people read it.
  public var shown: String {
    switch content {
    case .empty: ""
    case .text(let text): text
    case .number(let number): number < 10 ? "0\(number)" : "\(number)"
    case .date(let date): date.shown
    }
  }
}
