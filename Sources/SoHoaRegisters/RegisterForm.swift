import SoHoaDictionaries

/// What a register looks like: its title and its columns, in order (`register_forms.tsv`, `register_columns.tsv`).
public struct RegisterForm: Hashable, Sendable {
  /// Which of the registers of Nghị định 30/2020, Phụ lục IV.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Sổ đăng ký văn bản đến.
    case arrivals = "den"
    /// Sổ đăng ký văn bản đi.
    case issued = "di"
    /// Sổ theo dõi giải quyết văn bản đến.
    case handling = "theo-doi"
    /// Sổ theo dõi nhiệm vụ: a sheet beside the others.
    case tasks = "nhiem-vu"
  }

  public struct Column: Hashable, Sendable {
    /// How a cell of the column is shown.
    public enum Format: String, Hashable, Sendable {
      case text, date, number
      /// With two digits at least: `05`.
      case ordinal
    }

    public var name: String
    /// Nil where the clerk fills it in.
    public var value: RegisterValue?
    public var format: Format
    /// In characters.
    public var width: Double
  }

  public var kind: Kind
  /// Name of the register's file, without extension.
  public var file: String
  public var sheet: String
  public var title: String
  /// What the clerk fills in below the title; empty if nothing.
  public var line: String
  public var columns: [Column]

  /// - Throws: `DictionaryError` if a table is missing or malformed.
  public init(_ kind: Kind, dictionaries: DictionaryFolder) throws(DictionaryError) {
    let table = try dictionaries.table("register_forms.tsv")
    guard let form = table.records.first(where: { $0["form"] == kind.rawValue }) else {
      throw .malformed(
        path: dictionaries.file("register_forms.tsv").path, line: 1, reason: "no form \(kind.rawValue)")
    }
    self.kind = kind
    file = form["file"] ?? ""
    sheet = form["sheet"] ?? ""
    title = form["title"] ?? ""
    line = form["line"] ?? ""
    columns = try dictionaries.table("register_columns.tsv").records
      .filter { $0["form"] == kind.rawValue }.map(Self.column)
  }

  private static func column(_ row: [String: String]) -> Column {
    Column(
      name: row["name"] ?? "", value: row["value"].flatMap(RegisterValue.init),
      format: row["type"].flatMap(Column.Format.init) ?? .text, width: row["width"].flatMap(Double.init) ?? 12
    )
  }

  /// Where a value stands, from 0.
  func index(of value: RegisterValue) -> Int? { columns.firstIndex { $0.value == value } }
}

/// What a column of a register can be filled with from a record.
public enum RegisterValue: String, Hashable, Sendable, CaseIterable {
  case arrivalDate, arrivalNumber, author, number, date, kindAndTitle, note
  case signer, recipients, archive, copies, description
}
