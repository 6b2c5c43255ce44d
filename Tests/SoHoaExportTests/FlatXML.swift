import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML document that hold no others, in their order.
struct FlatXML {
  struct Leaf {
    var name: String
    var attributes: [String: String]
    var text: String
  }

  struct NotWellFormed: Error {}

  let root: String
  let namespace: String?
  let leaves: [Leaf]

  init(_ data: Data) throws {
    let reader = Reader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    guard parser.parse() else { throw NotWellFormed() }
    root = reader.root
    namespace = reader.namespace
    leaves = reader.leaves
  }

  /// The text of the first element of a name.
  subscript(name: String) -> String? { leaves.first { $0.name == name }?.text }

  func attributes(_ name: String) -> [String: String] { leaves.first { $0.name == name }?.attributes ?? [:] }

  private final class Reader: NSObject, XMLParserDelegate {
    var root = ""
    var namespace: String?
    var leaves: [Leaf] = []
    private var open: Leaf?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      if root.isEmpty {
        root = name
        namespace = attributes["xmlns"]
      }
      open = Leaf(name: name, attributes: attributes, text: "")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open?.text += text }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if let leaf = open { leaves.append(leaf) }
      open = nil
    }
  }
}
