import SoHoaDictionaries
import SoHoaStructure

/// Names of places and bodies, looked up without marks and case, and as they are written.
struct Gazetteer: Sendable {
  /// Folded names of provinces, districts and communes, run together.
  private let places: Set<String>
  private let placesAsWritten: Set<String>
  /// Folded names of bodies by their first word: the words and the usual symbol.
  private let bodies: [String: [(words: [String], symbol: String)]]
  /// Symbols of bodies and observed symbols.
  let bodySymbols: Set<String>
  let observedSymbols: Set<String>
  private let namesBySymbol: [String: [String]]

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    var names: [String] = []
    for file in ["provinces_2025", "provinces_63", "districts_2023", "communes_2025", "communes_2023"] {
      names += try dictionaries.table("\(file).tsv").column("name")
    }
    placesAsWritten = Set(names)
    places = Set(names.map(Folding.folded))
    let organisations = try dictionaries.table("organisations.tsv")
    var bodies: [String: [(words: [String], symbol: String)]] = [:]
    for (name, symbol) in zip(organisations.column("name"), organisations.column("symbol")) {
      let words = Self.foldedWords(name)
      bodies[words[0], default: []].append((words, symbol))
    }
    self.bodies = bodies.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    namesBySymbol = Dictionary(
      zip(organisations.column("symbol"), organisations.column("name")).map { ($0, [$1]) },
      uniquingKeysWith: +)
    bodySymbols = Set(organisations.column("symbol").filter { !$0.isEmpty })
    observedSymbols = Set(try dictionaries.table("symbols_observed.tsv").column("symbol"))
  }

  private static func foldedWords(_ name: String) -> [String] {
    name.split { " -,".contains($0) }.map { Folding.folded(String($0)) }.filter { !$0.isEmpty }
  }

  /// Names of the bodies that use a symbol.
  func bodies(withSymbol symbol: String) -> [String] { namesBySymbol[symbol] ?? [] }

  func isPlace(_ name: String) -> Bool {
    placesAsWritten.contains(name) || places.contains(Folding.folded(Self.withoutType(name)))
  }

  /// The name as the gazetteer writes it, where it differs in marks only.
  func isPlaceAsWritten(_ name: String) -> Bool { placesAsWritten.contains(Self.withoutType(name)) }

  private static func withoutType(_ name: String) -> String {
    for type in ["Thành phố ", "TP. ", "TP.", "Tỉnh ", "Thị xã ", "Huyện ", "Quận ", "Phường ", "Xã "]
    where name.hasPrefix(type) {
      return String(name.dropFirst(type.count))
    }
    return name
  }

  /// The longest name of a body that begins at a token: where it ends.
  func body(_ text: TokenText, at position: Int) -> Int? {
    guard let token = text.at(position), let candidates = bodies[token.folded] else { return nil }
    for candidate in candidates {
      if let end = end(of: candidate.words, text, at: position) { return end }
    }
    return nil
  }

  /// Words in order; commas and hyphens between them do not count.
  private func end(of words: [String], _ text: TokenText, at position: Int) -> Int? {
    var index = position
    for word in words {
      while let token = text.at(index), token.kind == .mark, index > position,
        token.text == "," || token.text == "-"
      {
        index += 1
      }
      guard text.at(index)?.folded == word else { return nil }
      index += 1
    }
    return index
  }
}
