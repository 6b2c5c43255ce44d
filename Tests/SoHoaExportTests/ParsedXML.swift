import Foundation
import FoundationXML
import Testing

/// XML as another reader sees it.
struct ParsedXML {
  private let document: XMLDocument

  /// Fails on anything that is not well-formed.
  init(_ data: Data) throws { document = try XMLDocument(data: data, options: [.nodePreserveWhitespace]) }

  /// Elements by their names without prefix, in the order of the document.
  func elements(_ name: String) throws -> [XMLElement] {
    try nodes("//*[local-name()='\(name)']")
  }

  func nodes(_ path: String) throws -> [XMLElement] {
    try document.nodes(forXPath: path).compactMap { $0 as? XMLElement }
  }

  func attributes(_ name: String) throws -> [String] {
    try nodes("//*[@*[local-name()='\(name)']]").compactMap { $0[name] }
  }
}

extension XMLElement {
  /// The value of an attribute by its name without prefix.
  subscript(_ name: String) -> String? {
    attributes?.first { $0.localName == name || $0.name == name }?.stringValue
  }

  var text: String { stringValue ?? "" }
}
