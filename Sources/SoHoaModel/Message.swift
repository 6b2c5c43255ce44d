/// A sentence for people, in the two languages of the house: what, where, what to do next.
public struct Message: Hashable, Codable, Sendable {
  public var en: String
  public var vi: String

  public init(en: String, vi: String) {
    self.en = en
    self.vi = vi
  }

  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .english: en
    case .vietnamese: vi
    }
  }
}

public enum MessageLanguage: Hashable, Codable, Sendable {
  case english, vietnamese
}

/// An error that a clerk may see. Every typed error of the stages is one.
public protocol Explained: Error, CustomStringConvertible {
  var message: Message { get }
}

extension Explained {
  public var description: String { message.en }
}
