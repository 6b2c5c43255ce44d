/// Writes well-formed XML 1.0 in UTF-8, element after element; what XML has no place for is left out.
struct XMLWriter {
  typealias Attributes = [(name: String, value: String?)]

  private(set) var bytes: [UInt8]

  init(head: String = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n") {
    bytes = Array(head.utf8)
  }

  /// An element with what `content` writes into it; attributes without a value are left out.
  mutating func element(
    _ name: String, _ attributes: Attributes = [], _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  mutating func element(_ name: String, _ attributes: Attributes = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// `<name/>`
  mutating func empty(_ name: String, _ attributes: Attributes = []) {
    openTag(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Begins an element that `close` ends.
  mutating func open(_ name: String, _ attributes: Attributes = []) {
    openTag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func text(_ text: String) { XMLText.append(text, to: &bytes) }

  /// Elements that were written apart.
  mutating func append(_ other: XMLWriter) { bytes += other.bytes }

  /// A line feed, for the eye; only between elements where white space means nothing.
  mutating func breakLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func openTag(_ name: String, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      XMLText.append(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
