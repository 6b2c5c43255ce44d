import SoHoaDictionaries
import SoHoaStructure

/// Units of the state's territory before and after the mergers of 2025, by type and name.
struct AdministrativeUnits: Sendable {
  enum Level: Int, Sendable { case province, district, commune }

  struct Unit: Sendable {
    /// As it is written: `Hải Phòng`.
    let name: String
    /// `thành phố`
    let type: String
    let level: Level
    /// Empty where the gazetteer does not know the only one.
    let province: String
  }

  private let units: [String: [Unit]]
  /// Folded names of provinces of any time, and the province that each belongs to now.
  private let successors: [String: String]
  /// Syllables of the longest name.
  private let longest: Int

  init(_ dictionaries: DictionaryFolder) throws(DictionaryError) {
    var all: [Unit] = []
    for (file, level) in Self.files {
      for row in try dictionaries.table("\(file).tsv").records {
        let name = row["name"] ?? ""
        let province = level == .province ? name : row["province"] ?? ""
        all.append(Unit(name: name, type: row["type"] ?? "", level: level, province: province))
      }
    }
    units = Dictionary(grouping: all) { Folding.folded($0.name) }
    longest = all.map { $0.name.split(separator: " ").count }.max() ?? 1
    var successors: [String: String] = [:]
    for row in try dictionaries.table("provinces_63.tsv").records {
      successors[Folding.folded(row["name"] ?? "")] = row["successor_2025"]
    }
    for name in try dictionaries.table("provinces_2025.tsv").column("name") {
      successors[Folding.folded(name)] = name
    }
    self.successors = successors
  }

  private static let files: [(String, Level)] = [
    ("provinces_2025", .province), ("provinces_63", .province), ("districts_2023", .district),
    ("communes_2025", .commune), ("communes_2023", .commune),
  ]

  /// All units of a name, of one type if it is given.
  func named(_ name: String, type: String? = nil) -> [Unit] {
    (units[Folding.folded(name)] ?? []).filter { type == nil || $0.type == type }
  }

  /// The province that one of any time belongs to since 2025-07-01.
  func successor(of province: String) -> String? { successors[Folding.folded(province)] }

  /// The only province with such a unit; nil if there are several or none.
  func province(of name: String, type: String) -> String? {
    let found = Set(named(name, type: type).map(\.province))
    return found.count == 1 && found != [""] ? found.first : nil
  }

  /// The longest name that begins the words: as the gazetteer writes it, and how many words it takes. A name of one
  /// syllable before others has its very marks: `ĐỒNG KHUÔN` is not in `Đông`.
  func longestName(_ words: ArraySlice<String>, type: String?) -> (name: String, count: Int)? {
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      guard let unit = best(named(name, type: type), like: name) else { continue }
      let isSure = count > 1 || words.count == 1 || WrittenWord.normal(unit.name) == WrittenWord.normal(name)
      if isSure { return (unit.name, count) }
    }
    return nil
  }

  /// `Hòa` stays where `Hoà` is another unit: the spelling that is printed comes first.
  private func best(_ units: [Unit], like name: String) -> Unit? {
    units.first { $0.name.uppercased() == name.uppercased() } ?? units.first
  }
}
